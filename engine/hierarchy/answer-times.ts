import type { LevelConfiguration } from '../configuration/types.ts';
import { meanMs } from '../latency.ts';
import { randomStream } from '../random.ts';

/** By level, milliseconds on average until it answers: a request probes all levels down to it. */
export function answerTimes(levels: readonly LevelConfiguration[], seed: number): Float64Array {
  const times = new Float64Array(levels.length);
  let sum = 0;
  for (const [depth, { name, latency }] of levels.entries()) {
    sum += meanMs(latency, `--latency ${name}`, randomStream(seed, `promotion/latency/${name}`));
    times[depth] = sum;
  }
  return times;
}
