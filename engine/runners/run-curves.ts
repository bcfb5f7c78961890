import type { Requests } from '../../workloads/requests.ts';
import { inOrderOf, type MeasuredRow, type MrcCell, walksOf } from '../experiments/mrc.ts';
import { type RunAllOptions, runAll } from './run-all.ts';

/** Of a workload that is read as it is replayed, groups of walks a thread: few enough to read seldom, enough to keep all busy. */
const GROUPS_A_THREAD = 4;

export interface RunCurvesOptions extends Omit<RunAllOptions, 'onProgress'> {
  /** Whether sizes may share one pass where that counts the same at less cost. */
  readonly onePass: boolean;
  /** Called now and then with the replayed batches, over all walks. */
  onProgress?(done: number, total: number): void;
}

/** Measures every cell, in the order given, over as many threads as asked for. @throws InputError, or the signal's reason */
export async function runCurves(
  requests: Requests,
  cells: readonly MrcCell[],
  options: RunCurvesOptions,
): Promise<MeasuredRow[]> {
  const { onProgress, onePass, ...rest } = options;
  const walks = walksOf(cells, onePass);
  const total = walks.length * requests.batches.length;
  // In memory nothing is read twice, and a policy's columns stay in the processor's cache while it runs alone.
  const count = requests.batches.stretches ? Math.min(walks.length, GROUPS_A_THREAD * options.jobs) : walks.length;
  // Dealt out in turn: neighbours are alike, so that the groups take about equally long.
  const groups = Array.from({ length: count }, (_, g) => walks.filter((_, w) => w % count === g));
  const found = await runAll('walks', requests, groups, {
    ...rest,
    ...(onProgress && { onProgress: done => onProgress(done, total) }),
  });
  return inOrderOf(
    cells,
    walks,
    walks.map((_, w) => found[w % count]![Math.floor(w / count)]!),
  );
}
