import { expect, it } from 'vitest';
import { optionWords } from './flag.ts';

it('options are words of a command: flags alone, values after them, what is not said left out', () => {
  expect(optionWords({ levelTtl: 'cool', mapOps: true, seed: undefined, policy: '' })).toEqual([
    ...['--level-ttl', 'cool', '--map-ops', '--policy', ''],
  ]);
});
