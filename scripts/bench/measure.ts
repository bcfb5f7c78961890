import { generate } from '../../engine/runners/generate.ts';
import { bareLoop, type Contender, contenders } from './contenders.ts';

/** Capacities and speeds of the table are about this workload. */
export const WORKLOAD = 'zipf:alpha=1,keys=1000000';

/** One row as measured: medians of rounds in which the contender and the bare loop took turns. */
export interface Measurement {
  readonly name: string;
  readonly group: Contender['group'];
  /** Millions of requests per second. */
  readonly speed: number;
  /** Of the bare loop, in the same rounds. */
  readonly bareSpeed: number;
  /** How many times as long as the bare loop it takes. */
  readonly ratio: number;
  readonly hitRatio: number;
}

/** Measures one contender in this process, which should measure no other: compiled code remembers what ran before. */
export function measure(name: string, atMost: number, rounds: number): Measurement {
  const contender = contenders.find(each => each.name === name)!;
  const requestCount = Math.min(atMost, contender.most ?? atMost);
  const requests = generate(WORKLOAD, requestCount, 1);
  const times: number[] = [];
  const bareTimes: number[] = [];
  let hits = 0;
  for (let round = 0; round < rounds; round++) {
    bareTimes.push(bareLoop(requests));
    const result = contender.run(requests);
    times.push(result.ms);
    hits = result.hits;
  }
  const ms = median(times);
  const bareMs = median(bareTimes);
  return {
    name,
    group: contender.group,
    speed: requestCount / ms / 1e3,
    bareSpeed: requestCount / bareMs / 1e3,
    ratio: ms / bareMs,
    hitRatio: hits / requestCount,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}
