import { DATA_TYPES, GET, type Requests } from '../../workloads/requests.ts';
import type { LatencyBucket, LatencySummary, TypeLatency } from '../documents/latency.ts';
import type { LevelResult } from '../documents/places.ts';
import type { Move, SimDocument, Totals } from '../documents/sim.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { countsOf, type Level } from '../hierarchy/level.ts';
import { Histogram } from '../histogram.ts';
import type { Replay } from '../replay/replay.ts';

/** Bars of the latency histogram for each factor of ten. */
const BUCKETS_PER_DECADE = 12;

export function totalsOf(run: Replay, requests: Requests): Totals {
  const { hierarchy, meter, misses, origin } = run;
  const { hits, staleAnswers, bytesRequested, bytesMissed, bytesStale, bytesHit } = meter;
  return {
    requests: run.requests,
    operations: run.operations,
    hits,
    misses,
    hitRatio: ratio(hits, run.requests),
    staleHits: hierarchy.staleHits,
    ...(meter.answersStale && { staleAnswers }),
    delayedHits: origin ? origin.delayedHits : 0,
    originFetches: origin ? origin.fetches : misses + staleAnswers,
    ...(origin && { doubledFetches: origin.doubledFetches, peakInFlight: origin.peak }),
    ...(meter.answersStale && { revalidations: origin ? origin.revalidations : staleAnswers }),
    moved: hierarchy.residents.moved,
    ...(requests.bytes === null
      ? {}
      : {
          originBytes: origin ? origin.fetchedBytes : bytesMissed + bytesStale,
          byteHitRatio: ratio(bytesHit, bytesRequested),
        }),
  };
}

/** Who can answer a request, in the order of the meter's columns. */
export function answerersOf({ hierarchy, meter }: Replay): string[] {
  return [...hierarchy.stores.map(store => store.name), ...(meter.answersStale ? ['stale'] : []), 'origin'];
}

export function levelResult(run: Replay, level: Level): LevelResult {
  const counts = countsOf(level);
  return {
    name: level.name,
    capacity: level.capacity,
    ...counts,
    hitRatio: ratio(counts.hits, counts.lookups),
    latencyMs: summaryOrNull(run.meter.latencies[level.store]!),
  };
}

export function latencyOverall(run: Replay): SimDocument['latencyMs'] {
  const { latencies } = run.meter;
  const hits = merged(latencies.slice(0, run.hierarchy.origin));
  const misses = latencies[latencies.length - 1]!;
  return {
    ...summary(merged(latencies)),
    hit: hits.count === 0 ? null : hits.mean,
    miss: misses.count === 0 ? null : misses.mean,
  };
}

/** Of all requests of a run, whoever answered them. */
export function histogramOf(run: Replay): LatencySummary {
  return summary(merged(run.meter.latencies));
}

/** By data type, as far as there were requests for it. */
export function latencyByType(run: Replay): TypeLatency[] {
  return run.meter.latenciesByType.flatMap((histogram, type) =>
    histogram.count === 0
      ? []
      : [{ name: DATA_TYPES[type]!, requests: histogram.count, latencyMs: summary(histogram) }],
  );
}

export function originLatency(run: Replay): LatencySummary | null {
  return summaryOrNull(run.meter.latencies.at(-1)!);
}

/** Bars of equal width on a logarithmic axis, from the fastest answer to the slowest. */
export function latencyBuckets(run: Replay): LatencyBucket[] {
  const { latencies } = run.meter;
  const all = merged(latencies);
  if (all.count === 0) return [];
  const edge = (k: number) => 10 ** (k / BUCKETS_PER_DECADE);
  const first = Math.floor(Math.log10(Math.max(all.min, 1e-6)) * BUCKETS_PER_DECADE) - 1;
  const last = Math.ceil(Math.log10(Math.max(all.max, 1e-6)) * BUCKETS_PER_DECADE) + 1;
  const buckets: LatencyBucket[] = [];
  for (let k = first; k < last; k++) {
    // What is faster than any bar, for example 0 ms, belongs to the first.
    const from = k === first ? 0 : edge(k);
    const counts = latencies.map(histogram => histogram.countBetween(from, edge(k + 1)));
    if (buckets.length > 0 || counts.some(count => count > 0))
      buckets.push({ fromMs: edge(k), toMs: edge(k + 1), counts });
  }
  while (buckets[buckets.length - 1]!.counts.every(count => count === 0)) buckets.pop();
  return buckets;
}

export function movesOf({ stores, origin, residents }: Hierarchy): Move[] {
  const moves: Move[] = [];
  const collect = (kind: Move['kind'], counts: Float64Array) => {
    for (const from of stores)
      for (const to of stores) {
        const count = counts[from.store * origin + to.store]!;
        if (count > 0) moves.push({ from: from.name, to: to.name, kind, count });
      }
  };
  collect('promotion', residents.promotions);
  collect('demotion', residents.demotions);
  return moves;
}

/** Phase marks as numbers of counted requests; those of the warm-up are left out. */
export function phaseMarks({ phases, batches }: Requests, warmup: number): { at: number; label: string }[] {
  const marks: { at: number; label: string }[] = [];
  let record = 0;
  let gets = 0;
  let next = 0;
  for (const { op, length } of batches) {
    for (let i = 0; i < length && next < phases.length; i++, record++) {
      while (next < phases.length && phases[next]!.at <= record) {
        if (gets >= warmup) marks.push({ at: gets - warmup, label: phases[next]!.label });
        next++;
      }
      if (!op || op[i] === GET) gets++;
    }
  }
  return marks;
}

function merged(histograms: readonly Histogram[]): Histogram {
  const all = new Histogram();
  for (const histogram of histograms) all.merge(histogram);
  return all;
}

export function summaryOrNull(histogram: Histogram): LatencySummary | null {
  return histogram.count === 0 ? null : summary(histogram);
}

function summary(histogram: Histogram): LatencySummary {
  return {
    mean: histogram.mean,
    min: histogram.min,
    p50: histogram.quantile(0.5),
    p90: histogram.quantile(0.9),
    p95: histogram.quantile(0.95),
    p99: histogram.quantile(0.99),
    p999: histogram.quantile(0.999),
    max: histogram.max,
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
