import { expect, it } from 'vitest';
import { benchOf, replayedOf } from './ask-of.ts';
import { taken } from './taken.ts';

it('an experiment is taken apart into its workload, its cache and what is only kept', () => {
  const { draft, cache, rest } = taken({
    ...{ workload: 'zipf:alpha=1', requests: '10k', policy: 'sieve', levelTtl: 'remove', seeds: '3', noReport: true },
  });
  expect(draft).toEqual({ workload: 'zipf:alpha=1', requests: '10k', seed: '', warmup: '' });
  expect(cache).toEqual({ policy: 'sieve', levelTtl: 'remove' });
  expect(rest).toEqual({ seeds: '3', noReport: true });
  expect(replayedOf(draft)).toEqual({ workload: 'zipf:alpha=1', requests: '10k' });
});

it('texts become what the engine is asked, and what is not said is as usual', () => {
  expect(benchOf({ workload: 'zipf', requests: '10k', seed: '7', warmup: '1e3' })).toEqual({
    ...{ source: { kind: 'synthetic', spec: 'zipf', gets: 10_000 }, seed: 7, warmup: 1_000 },
  });
  expect(benchOf({ workload: 'zipf', requests: '', seed: '', warmup: '' })).toEqual({
    ...{ source: { kind: 'synthetic', spec: 'zipf', gets: undefined }, seed: 1, warmup: 0 },
  });
});

it.each([
  ['many', 'is not a count'],
  ['6M', 'at most 5M in a page'],
])('%s requests are refused', (requests, problem) => {
  expect(() => benchOf({ workload: 'zipf', requests, seed: '', warmup: '' })).toThrow(
    expect.objectContaining({ place: '--requests', problem: expect.stringContaining(problem) }),
  );
});
