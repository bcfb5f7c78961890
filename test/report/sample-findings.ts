import type { Diagnosis } from '../../engine/documents/diagnosis.ts';
import type { PredictionResult } from '../../engine/documents/prediction.ts';
import type { Totals } from '../../engine/documents/sim.ts';
import type { Observation, Suggestion } from '../../engine/documents/suggestion.ts';

/** Three of four fetches ahead are asked for, and halve the latency. */
export function samplePrediction(
  { misses, hitRatio }: Pick<Totals, 'misses' | 'hitRatio'>,
  mean: number,
): PredictionResult {
  const without = {
    hitRatio: hitRatio / 2,
    misses: 2 * misses,
    delayedHits: 12,
    originFetches: 2 * misses,
    latencyMeanMs: 2 * mean,
  };
  return {
    spec: 'markov',
    requested: 12_000,
    redundant: 1_500,
    rejected: 500,
    issued: 10_000,
    useful: 7_000,
    late: 500,
    evictedUnused: 2_100,
    expiredUnused: 300,
    residentUnused: 100,
    accuracy: 0.75,
    coverage: 0.5,
    timeliness: 7_000 / 7_500,
    pollution: 140,
    overhead: 2_500,
    slackMs: null,
    without,
    oracle: { ...without, hitRatio: 0.99, misses: 90, latencyMeanMs: mean / 4 },
  };
}

export function sampleSuggestions(hitRatio: number, mean: number, total: number): Suggestion[] {
  return [
    {
      rule: 'knee',
      title: 'L2 150 → 250',
      reason: 'The miss-ratio curve has its knee at about 600 entries, and the cache holds 500.',
      change: { levels: 'L1=50/5m/lru,L2=250/15m/lru,L3=300/30m/lru' },
      effect: {
        hitRatioBefore: hitRatio,
        hitRatioAfter: hitRatio + (1 - hitRatio) * 0.12,
        latencyMeanMsBefore: mean,
        latencyMeanMsAfter: mean * 0.87,
        capacityBefore: total,
        capacityAfter: total + 100,
        ...estimated((1 - hitRatio) * 0.12, -0.13),
      },
      command: 'npm run sim -- --workload hot-warm-cold --levels "L1=50/5m/lru,L2=250/15m/lru,L3=300/30m/lru"',
    },
    {
      rule: 'promotion-churn',
      title: 'promotion every-hit → frequency',
      reason: 'Of the entries promoted to L1, 61 % were demoted again before their next hit.',
      change: { promotion: 'frequency' },
      effect: {
        hitRatioBefore: hitRatio,
        hitRatioAfter: hitRatio,
        latencyMeanMsBefore: mean,
        latencyMeanMsAfter: mean * 0.94,
        capacityBefore: total,
        capacityAfter: total,
        ...estimated(0, -0.06),
      },
      command: 'npm run sim -- --workload hot-warm-cold --promotion frequency',
    },
  ];
}

/** What the means and intervals of an effect look like, over ten seeds. */
function estimated(hitRatio: number, latency: number) {
  const around = (mean: number, error: number) => ({ mean, low: mean - error, high: mean + error });
  return {
    originFetchesBefore: 4_900,
    originFetchesAfter: 4_900 * (hitRatio === 0 ? 1 : 0.88),
    staleHitsBefore: 0,
    staleHitsAfter: 0,
    movedBefore: 50_000,
    movedAfter: hitRatio === 0 ? 9_000 : 50_000,
    hitRatioDifference: around(hitRatio, hitRatio / 10),
    latencyMeanChange: around(latency, 0.01),
    originFetchesChange: around(hitRatio === 0 ? 0 : -0.12, hitRatio === 0 ? 0 : 0.012),
    staleRatioDifference: around(0, 0),
    evidence: { kind: 'seeds', count: 10 },
  } as const;
}

/** 10,000 misses, most of them avoidable, of two keys and two data types that are named. */
export function sampleDiagnosis(): Diagnosis {
  const causes = { compulsory: 1_000, expired: 500, arriving: 200, capacity: 2_000, policy: 6_300 };
  const none = { compulsory: 1, expired: 0, arriving: 0, capacity: 0 };
  return {
    misses: 10_000,
    causes,
    optimal: { policy: 'opt', misses: 4_000 },
    staleHits: 12,
    promotions: 400,
    promotionsUndone: 100,
    keys: [
      { name: 'user:17', requests: 90, misses: 80, ...none, policy: 79 },
      { name: 'user:18', requests: 70, misses: 60, ...none, policy: 59 },
    ],
    types: [
      { name: 'general', requests: 20_000, misses: 10, ...none, policy: 9 },
      { name: 'model', requests: 5_000, misses: 9_990, ...causes, policy: 6_290 },
    ],
  };
}

export function sampleObservations(): Observation[] {
  return [
    {
      rule: 'compulsory-misses',
      title: 'A tenth of the misses cannot be avoided',
      reason: '475 of the 4,900 misses are first requests for a key: no cache answers those.',
    },
  ];
}
