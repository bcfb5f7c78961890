import { expect, it } from 'vitest';
import { resolveWarmup } from './warmup.ts';

it.each([
  [undefined, 0],
  ['0', 0],
  ['250', 250],
  ['0.5k', 500],
  ['10%', 100],
  ['0.15%', 1],
])('a warm-up of %s is %d of 1,000 requests', (text, requests) => {
  expect(resolveWarmup(text, 1_000)).toBe(requests);
});

it.each(['1000', '100%', '2k'])('a warm-up of %s leaves nothing of 1,000 requests to count', text => {
  expect(() => resolveWarmup(text, 1_000)).toThrow(
    `--warmup: found ${text}, expected less than the 1000 requests of the workload`,
  );
});

it('a warm-up is a count or a share', () => {
  expect(() => resolveWarmup('some', 1_000)).toThrow('--warmup: "some" is not a count');
});
