import type { CommandDescription } from './description.ts';
import { ablate } from './descriptions/ablate.ts';
import { bench } from './descriptions/bench.ts';
import { compare } from './descriptions/compare.ts';
import { completion } from './descriptions/completion.ts';
import { experiment } from './descriptions/experiment.ts';
import { explain } from './descriptions/explain.ts';
import { gallery } from './descriptions/gallery.ts';
import { mrc } from './descriptions/mrc.ts';
import { policies } from './descriptions/policies.ts';
import { presets } from './descriptions/presets.ts';
import { query } from './descriptions/query.ts';
import { report } from './descriptions/report.ts';
import { sim } from './descriptions/sim.ts';
import { studio } from './descriptions/studio.ts';
import { traceConvert } from './descriptions/trace-convert.ts';
import { traceInfo } from './descriptions/trace-info.ts';
import { tune } from './descriptions/tune.ts';
import { workloads } from './descriptions/workloads.ts';

/** All commands, in the order of the help. */
export const commands: readonly CommandDescription[] = [
  sim,
  compare,
  ablate,
  experiment,
  query,
  mrc,
  tune,
  explain,
  report,
  gallery,
  traceInfo,
  traceConvert,
  policies,
  workloads,
  presets,
  bench,
  studio,
  completion,
];
