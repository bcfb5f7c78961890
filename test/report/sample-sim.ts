import seedrandom from 'seedrandom';
import type { Configuration, LevelConfiguration } from '../../engine/configuration/types.ts';
import type { LatencyBucket, LatencySummary } from '../../engine/documents/latency.ts';
import type { LevelResult } from '../../engine/documents/places.ts';
import type { Move, SeriesPoint, SimDocument } from '../../engine/documents/sim.ts';
import { sampleObservations, samplePrediction, sampleSuggestions } from './sample-findings.ts';
import { sampleCurves, shaped } from './sample-mrc.ts';
import { sampleResidency, sampleStatistics } from './sample-workload.ts';

/** What a made-up simulation looks like. Numbers are invented, but they balance: windows add up to levels, levels to totals. */
export interface SampleOptions {
  readonly levels?: number;
  readonly windows?: number;
  readonly perWindow?: number;
  /** Share of requests that the cache answers; phases move it up and down. */
  readonly hits?: 'some' | 'none' | 'all';
  readonly partitions?: boolean;
  readonly phases?: boolean;
  readonly suggestions?: boolean;
  readonly curve?: boolean;
  readonly moves?: boolean;
  readonly latency?: boolean;
  readonly prediction?: boolean;
  /** Of where keys lie and of what the workload is like. */
  readonly pictures?: boolean;
  readonly title?: string;
}

const PARTITION_NAMES = ['features', 'model', 'result'];

export function sampleSim(options: SampleOptions = {}): SimDocument {
  const { levels: depth = 3, windows = 120, perWindow = 1000, partitions: divided = false } = options;
  const { phases: phased = true, latency = true, title = 'hot-warm-cold' } = options;
  const random = seedrandom.xor128('sample');
  const levelNames = Array.from({ length: depth }, (_, i) => `L${i + 1}`);
  const partitionNames = divided ? PARTITION_NAMES : [];
  const answeredBy = [...partitionNames, ...levelNames, 'origin'];
  const places = answeredBy.length - 1;
  const phases = phased
    ? [0, 0.4, 0.6].map((part, i) => ({
        at: Math.floor(part * windows) * perWindow,
        label: ['populate', 'scan', 'settle'][i]!,
      }))
    : [];

  // Each place answers half of what the places before it leave, more or less.
  const series: SeriesPoint[] = Array.from({ length: windows }, (_, window) => {
    const warm = Math.min(1, 0.1 + window / (0.06 * windows));
    const scan = phased && window >= 0.4 * windows && window < 0.6 * windows ? 0.35 : 1;
    let left = perWindow;
    const answered = Array.from({ length: places }, (_, place) => {
      const share = options.hits === 'none' ? 0 : place < partitionNames.length ? 0.07 : 0.52 * warm * scan;
      const hits = Math.min(left, Math.round(left * share * (0.94 + 0.12 * random())));
      left -= hits;
      return hits;
    });
    if (options.hits === 'all') {
      answered[places - 1]! += left;
      left = 0;
    }
    const missing = left / perWindow;
    return {
      from: window * perWindow,
      requests: perWindow,
      seconds: (window * perWindow) / 1000,
      answered: [...answered, left],
      latencyMeanMs: latency ? 0.02 + 9.6 * missing : 0,
      latencyP99Ms: latency ? (missing > 0.01 ? 11 + 14 * missing + 2 * random() : 0.4 + 0.1 * random()) : 0,
    };
  });

  const requests = windows * perWindow;
  const sums = answeredBy.map((_, i) => series.reduce((sum, point) => sum + point.answered[i]!, 0));
  const misses = sums.at(-1)!;
  const medians = answeredBy.map((_, i) =>
    i === places ? 9 : 0.004 * 5 ** Math.max(0, (i - partitionNames.length) * (2.6 / depth)),
  );
  const latencyHistogram = latency ? histogram(sums, medians) : [];
  const latencyMs = summaryOf(latencyHistogram, () => true);
  const capacities = Array.from({ length: depth }, (_, i) => 50 * 3 ** Math.min(i, 2) * 2 ** Math.max(0, i - 2));

  let lookups = requests;
  const result = (name: string, i: number, capacity: number): LevelResult => {
    const hits = sums[i]!;
    const asked = lookups;
    lookups -= hits;
    const inserted = Math.round(0.8 * lookups) + capacity;
    const demotedOut = Math.round(0.5 * lookups);
    const expired = Math.round(0.02 * lookups);
    const evicted = inserted - demotedOut - expired - capacity;
    return {
      name,
      capacity,
      lookups: asked,
      hits,
      misses: lookups,
      hitRatio: asked === 0 ? 0 : hits / asked,
      inserted,
      evicted,
      expired,
      invalidated: 0,
      backInvalidated: 0,
      promotedIn: Math.round(0.1 * lookups),
      promotedOut: 0,
      demotedIn: Math.round(0.3 * lookups),
      demotedOut,
      resident: capacity,
      latencyMs: hits === 0 || !latency ? null : summaryOf(latencyHistogram, place => place === i),
    };
  };
  const utility = {
    requests: 900,
    capacity: 40,
    hits: 600,
    step: 4,
    gained: 37,
    lost: 52,
    gainedByOne: 9,
    lostByOne: 13,
  };
  const partitions = partitionNames.map((name, i) => ({ ...result(name, i, 40), utility: i === 2 ? null : utility }));
  const levels = levelNames.map((name, i) => result(name, partitionNames.length + i, capacities[i]!));
  const moves: Move[] =
    options.moves === false
      ? []
      : levels.slice(1).flatMap(({ name, hits }, i): Move[] => [
          { from: name, to: levels[i]!.name, kind: 'promotion', count: Math.round(hits * 0.8) },
          { from: levels[i]!.name, to: name, kind: 'demotion', count: levels[i]!.demotedOut },
        ]);
  const total = capacities.reduce((sum, each) => sum + each, 0);
  const hitRatio = (requests - misses) / requests;
  const totals = {
    requests,
    operations: requests + 475,
    hits: requests - misses,
    misses,
    hitRatio,
    staleHits: 0,
    delayedHits: 0,
    originFetches: misses,
    moved: moves.reduce((sum, move) => sum + move.count, 0),
  };
  return {
    schema: 'tierlab/sim@1',
    digest: '3f9c2a17b04e5d6188aa90c2f1e7d35b6a4c08e29d71f3b5c6e8a9d0b1c2d3e4',
    seed: 1,
    workload: { spec: title, requests, operations: totals.operations, keys: 475 },
    configuration: configuration(levels, partitions),
    warmup: 0,
    totals,
    answeredBy,
    levels,
    partitions,
    ...(divided && { utilityByType: [{ name: 'general', ...utility }] }),
    latencyMs: { ...latencyMs, hit: levels[0]!.latencyMs?.mean ?? null, miss: misses > 0 && latency ? 9.4 : null },
    originLatencyMs: misses > 0 && latency ? summaryOf(latencyHistogram, place => place === places) : null,
    latencyHistogram,
    series,
    phases,
    moves,
    baseline: {
      hitRatio: Math.max(0, hitRatio - 0.021),
      latencyMs: scaled(latencyMs, 1.14),
      originFetches: Math.round(misses * 1.09),
    },
    ...(options.prediction && { prediction: samplePrediction(totals, latencyMs.mean) }),
    curve:
      options.curve === false
        ? null
        : {
            ...shaped(sampleCurves(['lru', 's3-fifo', 'opt'], sizesAround(total), requests)),
            marks: capacities.map((_, i) => ({
              name: `L${i + 1}`,
              capacity: capacities.slice(0, i + 1).reduce((sum, each) => sum + each, 0),
            })),
          },
    ...(options.pictures !== false && {
      residencyMap: sampleResidency(answeredBy.length - 1, windows),
      workloadStatistics: sampleStatistics(requests),
    }),
    suggestions: options.suggestions === false ? [] : sampleSuggestions(hitRatio, latencyMs.mean, total),
    observations: options.suggestions === false ? [] : sampleObservations(),
    checks: [
      { law: 'requests = hits + misses', holds: true },
      { law: 'lookups of a level = misses of the level above it', holds: true },
    ],
    timing: {
      wallMs: 480,
      requestsPerSecond: 4_100_000,
      title,
      command: `npm run sim -- --workload ${title} --requests ${requests} --seed 1 --levels "L1=50/5m/lru,L2=150/15m/lru,L3=300/30m/lru"`,
    },
  };
}

/** Log-normal bumps on logarithmic buckets, a tenth of a decade wide, whose counts add up to `sums`. */
function histogram(sums: readonly number[], medians: readonly number[]): LatencyBucket[] {
  const edges = Array.from({ length: 61 }, (_, i) => 10 ** (-3 + i / 10));
  const columns = sums.map((sum, place) => {
    const spread = place === sums.length - 1 ? 0.35 : 0.2;
    const weights = edges.slice(1).map(edge => Math.exp(-0.5 * (Math.log(edge / medians[place]!) / spread) ** 2));
    const all = weights.reduce((a, b) => a + b, 0);
    const counts = weights.map(weight => Math.floor((weight / all) * sum));
    counts[weights.indexOf(Math.max(...weights))]! += sum - counts.reduce((a, b) => a + b, 0);
    return counts;
  });
  return edges
    .slice(1)
    .map((toMs, i) => ({ fromMs: edges[i]!, toMs, counts: columns.map(counts => counts[i]!) }))
    .filter(({ counts }) => counts.some(count => count > 0));
}

function summaryOf(buckets: readonly LatencyBucket[], chosen: (place: number) => boolean): LatencySummary {
  const sized = buckets.map(({ toMs, counts }) => ({
    toMs,
    size: counts.reduce((sum, count, place) => sum + (chosen(place) ? count : 0), 0),
  }));
  const filled = sized.filter(({ size }) => size > 0);
  const all = filled.reduce((sum, { size }) => sum + size, 0);
  const at = (share: number) => {
    let below = 0;
    for (const { toMs, size } of filled) {
      below += size;
      if (below >= share * all) return toMs;
    }
    return 0;
  };
  const mean = filled.reduce((sum, { toMs, size }) => sum + toMs * size, 0) / Math.max(1, all);
  return {
    mean,
    min: at(0),
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    p999: at(0.999),
    max: at(1),
  };
}

function scaled(latency: LatencySummary, by: number): LatencySummary {
  const { mean, min, p50, p90, p95, p99, p999, max } = latency;
  return { mean: mean * by, min, p50: p50 * by, p90: p90 * by, p95: p95 * by, p99: p99 * by, p999: p999 * by, max };
}

function configuration(levels: readonly LevelResult[], partitions: readonly LevelResult[]): Configuration {
  const place = ({ name, capacity }: LevelResult, i: number): LevelConfiguration => ({
    name,
    capacity,
    ttlSeconds: 300 * (i + 1),
    policy: 'lru',
    admission: 'always',
    latency: `fixed:ms=${0.01 * 10 ** i}`,
  });
  return {
    preset: 'tierlab',
    unit: 'entries',
    levels: levels.map(place),
    residency: 'guarded:challenger=lirs',
    inclusion: 'exclusive',
    placement: 'priority',
    promotion: 'frequency',
    demotion: 'cascade',
    levelTtl: 'cool',
    lifetime: 'carry',
    expiry: 'expired-first',
    idleSeconds: null,
    sweepSeconds: null,
    coherence: 'supersede',
    partitions: partitions.length > 0 ? 'quota' : 'none',
    partitionLevels: partitions.map(place),
    fill: 'cache-aside',
    originLatency: 'lognormal:median=9,sigma=0.35',
    inflight: 'off',
    originConcurrency: null,
    prediction: 'none',
    rate: 1000,
  };
}

function sizesAround(total: number): number[] {
  return [0.1, 0.15, 0.25, 0.4, 0.6, 0.8, 1, 1.3, 2, 3, 4.5].map(part => Math.max(1, Math.round(part * total)));
}
