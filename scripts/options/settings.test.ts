import { expect, it } from 'vitest';
import { InputError } from '../../spec/input-error.ts';
import { checkChoices, countSetting, locate } from './settings.ts';
import type { OptionName } from './table.ts';

const places = new Map<OptionName, string>([['policy', 'exp.yaml:3:9']]);

it.each([
  ['--policy', 'exp.yaml:3:9: policy: no good'],
  ['--policy: lru:x', 'exp.yaml:3:9: policy: lru:x: no good'],
  // Another option, though its name begins alike.
  ['--policies', '--policies: no good'],
  ['--sizes', '--sizes: no good'],
])('an error at %s is placed in the configuration file if the value came from there', (place, message) => {
  expect(locate(new InputError(place, 'no good'), places).message).toBe(message);
});

it('an option of a few words takes no other', () => {
  expect(() => checkChoices({ suggest: 'fast', inclusion: 'nine' })).not.toThrow();
  expect(() => checkChoices({ inclusion: 'inclusiv' })).toThrow(
    '--inclusion: unknown word "inclusiv"; did you mean "inclusive"?',
  );
});

it('a count has a least value, and a fallback when it is not given', () => {
  expect(countSetting({ jobs: '2' }, 'jobs', 1, 8)).toBe(2);
  expect(countSetting({}, 'jobs', 1, 8)).toBe(8);
  expect(() => countSetting({ jobs: '0' }, 'jobs', 1, 8)).toThrow('--jobs: found 0, expected at least 1');
});
