import { expect, it } from 'vitest';
import { defaultDirectory } from './directory.ts';

const summary = { spec: 'zipf', requests: 10, operations: 10, keys: 5 };

it('is named for the command and the workload, without parameters, compression or odd characters', () => {
  const named = (title: string) => defaultDirectory('sim', { title, summary }, {}).replace(/[0-9a-f]{8}$/, '#');
  expect(named('zipf:alpha=0.9,keys=1e6')).toBe('results/sim-zipf-#');
  expect(named('web 12.txt.zst')).toBe('results/sim-web-12-#');
  expect(named('.hidden')).toBe('results/sim-workload-#');
});

it('is another one for another configuration or workload, and the same for the same', () => {
  const one = defaultDirectory('sim', { title: 'zipf', summary }, { seed: 1 });
  expect(defaultDirectory('sim', { title: 'zipf', summary: { ...summary } }, { seed: 1 })).toBe(one);
  expect(defaultDirectory('sim', { title: 'zipf', summary }, { seed: 2 })).not.toBe(one);
  expect(defaultDirectory('sim', { title: 'zipf', summary: { ...summary, keys: 6 } }, { seed: 1 })).not.toBe(one);
});
