import { expect, it } from 'vitest';
import { resolveConfiguration } from '../configuration/resolve.ts';
import { synthesize } from '../synthesize.ts';
import { optimalIn } from './optimal.ts';
import { missRatioCurves } from './simulate.ts';

const requests = synthesize('zipf:keys=2000', { requests: 40_000 });
const configuration = (levels: string) => resolveConfiguration({ levels }, { keys: 2_000, bytes: null });
const counted = (capacity: number) =>
  missRatioCurves({ workload: requests, policies: ['opt'], capacities: [capacity] })[0]!.hitRatio;
const alone = { curve: null, seed: 1 };

it('is counted while one pass of OPT is affordable, and taken from the curve where that has it', () => {
  const all = optimalIn(requests, configuration('L1=100,L2=400'), alone);
  expect(all).toEqual({ hitRatio: counted(500), error: 0, share: 1 });
  const row = { policy: 'opt', capacity: 500, unit: 'entries', hitRatio: 0.75 } as const;
  const curve = { rows: [{ ...row, requests: 1, hits: 1, misses: 0, missRatio: 0, evictions: 0 }], marks: [] };
  expect(optimalIn(requests, configuration('L1=500'), { curve, seed: 1 })!.hitRatio).toBe(0.75);
});

it('is estimated from some of the keys for a longer run, within its error', () => {
  // As if the run had 16 million requests: a quarter of the keys may be replayed, as a whole and in groups.
  const long = { ...requests, operations: 16_000_000 };
  const { hitRatio, error, share } = optimalIn(long, configuration('L1=100,L2=400'), alone)!;
  expect(share).toBeCloseTo(0.25, 2);
  expect(Math.abs(hitRatio - counted(500))).toBeLessThanOrEqual(error);
  expect(error).toBeLessThan(0.1);
});

it('of a longer run yet takes as many keys as give the small cache a hundred entries, and half of them at most', () => {
  const long = { ...requests, operations: 1_600_000_000 };
  expect(optimalIn(long, configuration('L1=400'), alone)!.share).toBeCloseTo(0.25, 2);
  expect(optimalIn(long, configuration('L1=199'), alone)).toBeNull();
});

it('says nothing where everything fits', () => {
  expect(optimalIn(requests, configuration('L1=3000'), alone)).toBeNull();
});
