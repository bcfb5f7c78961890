import { generate } from '../../engine/runners/generate.ts';
import type { Requests } from '../../workloads/requests.ts';
import type { Contender } from './contender.ts';
import { bareLoop, baselines, curves, flat, hierarchies } from './contenders.ts';
import { libraries } from './library.ts';

/** Capacities and speeds of the table are about this workload. */
export const WORKLOAD = 'zipf:alpha=1,keys=1000000';

/** What a row's rounds and their bare loops take at the least, in milliseconds: of three rounds of a few each, the median is chance. */
const LEAST_MS = 500;

/** One row as measured: medians of rounds in which the contender and the bare loop took turns. */
export interface Measurement {
  readonly name: string;
  readonly group: Contender['group'];
  /** Of one round, in seconds. */
  readonly seconds: number;
  /** Millions of requests per second; of curves, times the replays that they stand for. */
  readonly speed: number;
  /** Of the bare loop, in the same rounds. */
  readonly bareSpeed: number;
  /** How many times as long as the bare loop a request takes. */
  readonly ratio: number;
  /** Null where there are several caches. */
  readonly hitRatio: number | null;
  /** Columns by id; null where it keeps none. */
  readonly bytesPerKey: number | null;
}

/**
 * Measures one contender in so many rounds, or as many as fill half a second, after one that is not counted, in which its code is
 * compiled. The process should measure no other: compiled code remembers what ran before.
 */
export async function measure(name: string, atMost: number, rounds: number): Promise<Measurement> {
  const contender =
    [...baselines, ...hierarchies, ...libraries, ...curves].find(each => each.name === name) ?? flat(name);
  const requestCount = Math.min(atMost, contender.most ?? atMost);
  const requests = generate(WORKLOAD, requestCount, 1);
  const times: number[] = [];
  const bareTimes: number[] = [];
  // Compiled before it is measured.
  bareLoop(requests);
  const bytesPerKey = columnsOf(contender, requests);
  let passes = 1;
  let hits: number | null = null;
  const most = contender.mostRounds ?? Number.POSITIVE_INFINITY;
  if (most > 1) await contender.run(requests);
  const end = performance.now() + LEAST_MS;
  while (times.length < most && (times.length < rounds || performance.now() < end)) {
    bareTimes.push(bareLoop(requests));
    const result = await contender.run(requests);
    times.push(result.ms);
    ({ passes, hits } = result);
  }
  const ms = median(times);
  const bareMs = median(bareTimes);
  return {
    name,
    group: contender.group,
    seconds: ms / 1e3,
    speed: (passes * requestCount) / ms / 1e3,
    bareSpeed: requestCount / bareMs / 1e3,
    ratio: ms / bareMs / passes,
    hitRatio: hits === null ? null : hits / requestCount,
    bytesPerKey,
  };
}

/** Bytes by key of the typed arrays that are there once it is built. */
function columnsOf({ build }: Contender, requests: Requests): number | null {
  if (!build) return null;
  const before = arrayBytes();
  const built = build(requests);
  const bytes = arrayBytes() - before;
  // Held until it was measured.
  return built ? bytes / requests.universe : null;
}

/** Without what nobody holds any more, which is given back only some time after it was found. */
function arrayBytes(): number {
  if (!gc) throw new Error('to be started with --expose-gc');
  gc();
  gc();
  return process.memoryUsage().arrayBuffers;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}
