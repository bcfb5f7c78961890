import type { Requests } from '../../workloads/requests.ts';
import type { MeasuredRow, MrcCell } from '../experiments/mrc.ts';
import { type RunAllOptions, runAll } from './run-all.ts';

/** Of a workload that is read as it is replayed, groups of cells a thread: few enough to read seldom, enough to keep all busy. */
const GROUPS_A_THREAD = 4;

interface RunCurvesOptions extends Omit<RunAllOptions, 'onProgress'> {
  /** Called now and then with the replayed batches, over all cells. */
  onProgress?(done: number, total: number): void;
}

/** Measures every cell, in the order given, over as many threads as asked for. @throws InputError, or the signal's reason */
export async function runCurves(
  requests: Requests,
  cells: readonly MrcCell[],
  options: RunCurvesOptions,
): Promise<MeasuredRow[]> {
  const { onProgress, ...rest } = options;
  const total = cells.length * requests.batches.length;
  // In memory nothing is read twice, and a policy's columns stay in the processor's cache while it runs alone.
  const count = requests.batches.stretches ? Math.min(cells.length, GROUPS_A_THREAD * options.jobs) : cells.length;
  // Dealt out in turn: neighbours are alike, so that the groups take about equally long.
  const groups = Array.from({ length: count }, (_, g) => cells.filter((_, c) => c % count === g));
  const rows = await runAll('cells', requests, groups, {
    ...rest,
    ...(onProgress && { onProgress: done => onProgress(done, total) }),
  });
  return cells.map((_, c) => rows[c % count]![Math.floor(c / count)]!);
}
