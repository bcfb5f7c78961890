import { describe, expect, it } from 'vitest';
import { planFor } from './plan.ts';

describe('what may be tried', () => {
  it('is repeated with other seeds where that is affordable', () => {
    // 8 candidates, then 4 seeds more of the run and of the five best: 32 re-runs of 125,000 requests are 4 million.
    expect(planFor('fast', 125_000, true)).toEqual({ candidates: 8, seeds: 5 });
    expect(planFor('full', 400_000, true)).toEqual({ candidates: 40, seeds: 10 });
  });

  it('is judged block by block where it is not, or where there is one recording only', () => {
    expect(planFor('fast', 125_001, true)).toEqual({ candidates: 8, seeds: 1 });
    expect(planFor('fast', 1_000, false)).toEqual({ candidates: 8, seeds: 1 });
  });

  it('is less the longer the run, down to twice the run itself', () => {
    expect(planFor('fast', 1e6, true)).toEqual({ candidates: 4, seeds: 1 });
    expect(planFor('fast', 100e6, true)).toEqual({ candidates: 2, seeds: 1 });
    expect(planFor('full', 100e6, true)).toEqual({ candidates: 20, seeds: 1 });
  });
});
