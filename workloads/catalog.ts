import type { WorkloadDescription } from './contract.ts';
import { hotWarmCold } from './synthetic/hot-warm-cold.ts';
import { loop } from './synthetic/loop.ts';
import { markovSessions } from './synthetic/markov-sessions.ts';
import { mlPipeline } from './synthetic/ml-pipeline/ml-pipeline.ts';
import { periodic } from './synthetic/periodic.ts';
import { scan } from './synthetic/scan.ts';
import { shiftingHotspot } from './synthetic/shifting-hotspot.ts';
import { twoLoops } from './synthetic/two-loops.ts';
import { uniform } from './synthetic/uniform.ts';
import { zipf } from './synthetic/zipf.ts';

/** Every synthetic workload. */
export const workloads: readonly WorkloadDescription[] = [
  hotWarmCold,
  zipf,
  uniform,
  scan,
  loop,
  twoLoops,
  shiftingHotspot,
  markovSessions,
  periodic,
  mlPipeline,
];
