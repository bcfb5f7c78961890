import { describe, expect, it } from 'vitest';
import { planFor } from './plan.ts';

describe('what may be tried', () => {
  it('is repeated with other seeds where that is affordable', () => {
    // 1 for observations, 8 candidates, then 4 seeds more of the run and of the five best: 33 re-runs of 121,212 requests are 4 million.
    expect(planFor('fast', 121_212, true)).toEqual({ candidates: 8, seeds: 5 });
    expect(planFor('full', 400_000, true)).toEqual({ candidates: 40, seeds: 10 });
  });

  it('is judged block by block where it is not, or where there is one recording only', () => {
    expect(planFor('fast', 121_213, true)).toEqual({ candidates: 8, seeds: 1 });
    expect(planFor('fast', 1_000, false)).toEqual({ candidates: 8, seeds: 1 });
  });

  it('is less the longer the run, down to twice the run itself', () => {
    expect(planFor('fast', 1e6, true)).toEqual({ candidates: 3, seeds: 1 });
    expect(planFor('fast', 100e6, true)).toEqual({ candidates: 1, seeds: 1 });
    expect(planFor('full', 100e6, true)).toEqual({ candidates: 19, seeds: 1 });
  });
});
