import { describe, expect, test } from 'vitest';
import type { MrcDocument } from '../../engine/documents/mrc.ts';
import type { SeriesPoint, SimDocument } from '../../engine/documents/sim.ts';
import { samplePrediction } from '../../test/report/sample-findings.ts';
import { sampleMrc } from '../../test/report/sample-mrc.ts';
import { sampleSim } from '../../test/report/sample-sim.ts';
import { sizeDataOf } from '../charts/drawings.ts';
import { flowFinding } from './flow-finding.ts';
import { simHeadline, simSubject } from './headline.ts';
import { latencyFinding } from './latency-finding.ts';
import { middleFinding, mrcFinding } from './mrc-finding.ts';
import { predictionCaption, predictionFinding } from './prediction-finding.ts';
import { sizeFinding } from './size-finding.ts';
import { timeFinding } from './time-finding.ts';

/** A run in which L1, L2 and the origin answer so many of 100 × n requests. */
function answering(l1: number, l2: number, origin: number): SimDocument {
  const sample = sampleSim({ levels: 2 });
  const requests = l1 + l2 + origin;
  const levels = sample.levels.map((level, i) => ({ ...level, hits: [l1, l2][i]! }));
  const hits = l1 + l2;
  const totals = { ...sample.totals, requests, hits, misses: origin, hitRatio: hits / requests };
  return { ...sample, levels, totals };
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

describe('where requests are answered', () => {
  test('names L1 and the median request when L1 answers most', () => {
    expect(plain(flowFinding(answering(58_000, 20_000, 22_000)))).toBe(
      'L1 answers 58.0 % of requests; the median request never leaves it',
    );
  });

  test('says how far the median request gets when L1 answers less than half', () => {
    // 40 % end at L1 and 70 % at L2: the median request ends at L2.
    expect(plain(flowFinding(answering(40_000, 30_000, 30_000)))).toBe(
      'L1 answers 40.0 % of requests; the median request gets as far as L2',
    );
  });

  test('names the origin when it answers more than any level', () => {
    expect(plain(flowFinding(answering(20_000, 10_000, 70_000)))).toBe(
      'The origin answers 70.0 % of requests; L1 answers most of the rest, 20.0 %',
    );
  });

  test('knows the extremes', () => {
    expect(flowFinding(answering(0, 0, 100_000))).toBe('Every request goes to the origin');
    expect(flowFinding(answering(100_000, 0, 0))).toBe('L1 answers every request');
  });
});

describe('the headline', () => {
  test('compares with the flat LRU', () => {
    const document = answering(58_000, 20_000, 22_000);
    const with76 = { ...document, baseline: { ...document.baseline, hitRatio: 0.76 } };
    expect(plain(simHeadline(with76))).toBe(
      '78.0 % of requests are answered from cache, 2.0 points more than by a flat LRU of the same capacity',
    );
    const with78 = { ...document, baseline: { ...document.baseline, hitRatio: 0.78 } };
    expect(plain(simHeadline(with78))).toContain('as many as by a flat LRU');
  });

  test('names all seeds of a replicated run', () => {
    const document = sampleSim();
    const replications = [1, 2, 3].map(seed => ({ seed, totals: document.totals, latencyMeanMs: 1 }));
    expect(simSubject({ ...document, replications })).toMatch(/seeds 1 to 3\.$/);
    expect(simSubject(document)).toMatch(/seed 1\.$/);
  });
});

describe('the hit ratio over time', () => {
  const windows = (ratios: readonly number[]): SeriesPoint[] =>
    ratios.map((ratio, i) => ({
      from: 10_000 * i,
      requests: 10_000,
      seconds: 10 * i,
      answered: [10_000 * ratio, 10_000 * (1 - ratio)],
      latencyMeanMs: 1,
      latencyP99Ms: 2,
    }));

  test('is steady where windows differ little', () => {
    const series = windows([0.9, 0.91, 0.9, 0.91, 0.9, 0.91]);
    expect(plain(timeFinding({ series, answeredBy: ['L1', 'origin'], phases: [] }))).toBe(
      'The hit ratio is steady, between 90.0 % and 91.0 %',
    );
  });

  test('climbs where only the start is low', () => {
    const series = windows([0.2, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8]);
    expect(plain(timeFinding({ series, answeredBy: ['L1', 'origin'], phases: [] }))).toBe(
      'The hit ratio climbs from 20.0 % and settles at 80.0 % after 10,000 requests',
    );
  });

  test('is told by phase where phases differ', () => {
    const series = windows([0.8, 0.8, 0.4, 0.4, 0.8, 0.8]);
    const phases = [
      { at: 0, label: 'steady' },
      { at: 20_000, label: 'scan' },
    ];
    // Windows 2…5 belong to the scan: (0.4 + 0.4 + 0.8 + 0.8) / 4.
    expect(plain(timeFinding({ series, answeredBy: ['L1', 'origin'], phases }))).toBe(
      'The hit ratio depends on the phase: 60.0 % in scan, 80.0 % in steady',
    );
  });

  test('otherwise moves between its extremes', () => {
    const series = windows([0.8, 0.3, 0.9, 0.4, 0.8, 0.2, 0.9, 0.5]);
    expect(plain(timeFinding({ series, answeredBy: ['L1', 'origin'], phases: [] }))).toBe(
      'The hit ratio moves between 20.0 % and 90.0 %, lowest around request 55,000',
    );
  });
});

describe('the latency', () => {
  const base = sampleSim();
  const buckets = [
    { fromMs: 0.01, toMs: 0.02, counts: [970, 0, 0, 0] },
    { fromMs: 8, toMs: 10, counts: [0, 0, 2, 28] },
  ];

  test('is told with the place behind the slowest hundredth', () => {
    // Above p99 = 10 ms lie 30 requests, 28 of them (93 %) of the origin.
    const document = { ...base, latencyHistogram: buckets, latencyMs: { ...base.latencyMs, p50: 0.02, p99: 10 } };
    expect(plain(latencyFinding(document))).toBe(
      'Half of the requests take at most 0.02 ms; one in a hundred takes 10 ms or more, waiting for the origin',
    );
  });

  test('names no place where several share the blame', () => {
    const mixed = [{ fromMs: 8, toMs: 10, counts: [0, 0, 15, 15] }];
    const document = { ...base, latencyHistogram: mixed, latencyMs: { ...base.latencyMs, p50: 0.02, p99: 10 } };
    expect(plain(latencyFinding(document))).toMatch(/takes 10 ms or more$/);
  });
});

describe('the size', () => {
  test('says what twice the capacity would bring an LRU, and how far OPT is', () => {
    const data = sizeDataOf(sampleSim())!;
    const rows = [
      { ...data.curve.rows[0]!, policy: 'lru', capacity: 500, missRatio: 0.3 },
      { ...data.curve.rows[0]!, policy: 'lru', capacity: 1000, missRatio: 0.2 },
      { ...data.curve.rows[0]!, policy: 'opt', capacity: 500, missRatio: 0.18 },
      { ...data.curve.rows[0]!, policy: 'opt', capacity: 1000, missRatio: 0.15 },
    ];
    const at = { ...data, capacity: 500, missRatio: 0.25, curve: { rows, marks: [] } };
    expect(plain(sizeFinding(at))).toBe(
      'Twice the capacity would cut the misses of an LRU from 30.0 % to 20.0 %; the hierarchy stands 7.0 points above the best possible cache of its size',
    );
    expect(plain(sizeFinding({ ...at, fill: 'none' }))).toBe(
      'The hierarchy, which no miss fills, misses 25.0 %; an LRU of its size, filled on every miss, would miss 30.0 %',
    );
  });

  test('says where the cliff ends that an LRU of this size stands before', () => {
    const data = sizeDataOf(sampleSim())!;
    const rows = [
      { ...data.curve.rows[0]!, policy: 'lru', capacity: 500, missRatio: 0.9 },
      { ...data.curve.rows[0]!, policy: 'lru', capacity: 1000, missRatio: 0.89 },
      { ...data.curve.rows[0]!, policy: 'lru', capacity: 3000, missRatio: 0.1 },
    ];
    const shape = {
      policy: 'lru',
      knee: null,
      cliffs: [{ from: 0, to: 3000, depth: 0.3 }],
      hull: [3000],
      steps: [],
      gap: null,
    };
    const at = { ...data, capacity: 500, missRatio: 0.25, curve: { rows, marks: [], shapes: [shape] } };
    expect(plain(sizeFinding(at))).toBe(
      'An LRU of its size stands before a cliff: it misses 90.0 %, but 10.0 % with 3,000 entries',
    );
    expect(plain(sizeFinding({ ...at, capacity: 3000 }))).not.toContain('cliff');
  });
});

describe('miss-ratio curves', () => {
  const row = (policy: string, capacity: number, missRatio: number) => ({
    ...sampleMrc().rows[0]!,
    policy,
    capacity,
    missRatio,
    hitRatio: 1 - missRatio,
  });
  const curves = (rows: MrcDocument['rows']): MrcDocument => ({ ...sampleMrc(), rows });

  test('name the policy that misses least, OPT aside, and what it gains on LRU', () => {
    const rows = [
      ...[row('lru', 10, 0.5), row('lru', 100, 0.3)],
      ...[row('arc', 10, 0.4), row('arc', 100, 0.25)],
      ...[row('opt', 10, 0.1), row('opt', 100, 0.1)],
    ];
    // 0.5 − 0.4 = 10 points at the first size, 5 at the second.
    expect(plain(mrcFinding(curves(rows)))).toBe('arc misses least at all 2 sizes, up to 10.0 points less than lru');
  });

  test('tell a bound from the best possible cache', () => {
    const bound = { ...row('pfoo-l', 10, 0.1), bound: true as const };
    const rows = [row('lru', 10, 0.5), row('arc', 10, 0.4), row('opt', 10, 0.2), bound];
    expect(plain(middleFinding(curves(rows)))).toBe(
      'With 10 entries, arc misses 40.0 %, lru 50.0 %, the best possible cache 20.0 %, no cache less than 10.0 %',
    );
    expect(plain(middleFinding(curves([bound])))).toBe('With 10 entries, no cache misses less than 10.0 %');
    expect(mrcFinding(curves([bound]))).toBe('What no cache can fall below, for comparison only');
  });

  test('say so when there is no difference', () => {
    expect(mrcFinding(curves([row('lru', 10, 0.5), row('arc', 10, 0.5)]))).toBe('All policies miss the same');
  });

  test('of one policy say where it goes', () => {
    expect(plain(mrcFinding(curves([row('fifo', 10, 0.5), row('fifo', 100, 0.25)])))).toBe(
      'fifo misses 50.0 % with 10 entries and 25.0 % with 100 entries',
    );
  });
});

test('a hierarchy that fetches ahead is not measured by the best cache that does not', () => {
  const data = sizeDataOf(sampleSim({ prediction: true }))!;
  expect(sizeFinding(data)).not.toContain('best possible');
  expect(sizeFinding({ ...data, fetchesAhead: false })).toContain('best possible');
});

describe('prediction', () => {
  const document = sampleSim({ prediction: true });
  const latencyMs = { ...document.latencyMs, mean: 6 };
  const prediction = samplePrediction({ misses: 100, hitRatio: 0.8 }, 6);
  const finding = (change: Partial<typeof prediction>) =>
    plain(predictionFinding({ latencyMs, prediction: { ...prediction, ...change } }));

  test('says how much of what was fetched was asked for, and what became of the latency', () => {
    const slower = { ...prediction.without, latencyMeanMs: 5 };
    expect(finding({})).toBe('75.0 % of what was fetched ahead was asked for; mean latency falls from 12 ms to 6 ms');
    expect(finding({ without: slower })).toMatch(/mean latency rises from 5 ms to 6 ms$/);
    expect(finding({ without: { ...slower, latencyMeanMs: 6 } })).toMatch(/mean latency stays at 6 ms$/);
  });

  test('says why nothing was fetched', () => {
    const nothing = { issued: 0, accuracy: null };
    expect(finding({ ...nothing, requested: 0 })).toBe('The predictor proposed nothing');
    expect(finding({ ...nothing, requested: 1, redundant: 0 })).toBe(
      'Prediction fetched nothing: of 1 proposal none was worth a fetch',
    );
    expect(finding({ ...nothing, requested: 5, redundant: 5 })).toMatch(/of 5 proposals all were in the cache/);
  });

  test('is set beside none and beside the oracle, if that was run', () => {
    const caption = (change: Partial<typeof prediction>) =>
      plain(predictionCaption({ latencyMs, prediction: { ...prediction, ...change } }));
    expect(caption({})).toBe(
      'What became of 10,000 fetches ahead of demand by markov; 500 proposals were rejected. Without it the same requests take 12 ms on average, and it spares 50 % of their misses. A predictor that knew them all would bring it to 1.5 ms. 140 misses on entries that it pushed out.',
    );
    expect(caption({ issued: 0, rejected: 1, coverage: 0 })).toMatch(
      /^Nothing was fetched ahead of demand by markov; 1 proposal was rejected\. .* 12 ms on average, and miss as often\./,
    );
    expect(caption({ oracle: null, pollution: 0, coverage: -0.2 })).toMatch(
      /take 12 ms on average, and it adds 20 % to their misses\.$/,
    );
  });
});
