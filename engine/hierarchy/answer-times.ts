import type { LevelConfiguration } from '../configuration/types.ts';
import { buildLatency } from '../latency.ts';
import { randomStream } from '../random.ts';

/** Samples for a mean where latency varies: of a heavy tail no formula gives a finite one. */
const SAMPLES = 4_096;

/** By level, milliseconds on average until it answers: a request probes all levels down to it. */
export function answerTimes(levels: readonly LevelConfiguration[], seed: number): Float64Array {
  const times = new Float64Array(levels.length);
  let sum = 0;
  for (const [depth, level] of levels.entries()) {
    sum += meanMs(level, seed);
    times[depth] = sum;
  }
  return times;
}

function meanMs({ name, latency: spec }: LevelConfiguration, seed: number): number {
  const latency = buildLatency(spec, `--latency ${name}`, randomStream(seed, `promotion/latency/${name}`));
  if (latency.constantMs !== null) return latency.constantMs;
  let sum = 0;
  for (let n = 0; n < SAMPLES; n++) sum += latency.sample();
  return sum / SAMPLES;
}
