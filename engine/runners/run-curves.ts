import type { Requests } from '../../workloads/requests.ts';
import type { EstimatingMethod, Method } from '../curves/methods.ts';
import { planSamples } from '../curves/sampling-plan.ts';
import type { CurveRow } from '../documents/mrc.ts';
import type { MrcCell } from '../experiments/curve-cell.ts';
import { inOrderOf, walksOf } from '../experiments/curve-walks.ts';
import { type EstimateTask, PARTS } from '../experiments/estimates.ts';
import type { MeasuredRow } from '../experiments/mrc.ts';
import { type RunAllOptions, runAll } from './run-all.ts';

/** Of a workload that is read as it is replayed, groups of walks a thread: few enough to read seldom, enough to keep all busy. */
const GROUPS_A_THREAD = 4;

interface RunCurvesOptions extends Omit<RunAllOptions, 'onProgress'> {
  /** Called now and then with the pieces of work that are done. */
  onProgress?(done: number, total: number): void;
}

/** A point of a curve, counted or estimated. */
export type CurvePoint = MeasuredRow<CurveRow>;

/** Measures every cell, in the order given, over as many threads as asked for. @throws InputError, or the signal's reason */
export function runCurves(
  requests: Requests,
  cells: readonly MrcCell[],
  method: Method,
  options: RunCurvesOptions,
): Promise<CurvePoint[]> {
  if (method.kind === 'count') return countCells(requests, cells, method.onePass, options);
  return estimateCells(requests, cells, method, options);
}

/** A piece of work is a batch on one walk. */
async function countCells(
  requests: Requests,
  cells: readonly MrcCell[],
  onePass: boolean,
  { onProgress, ...rest }: RunCurvesOptions,
): Promise<MeasuredRow[]> {
  const walks = walksOf(cells, onePass);
  const total = walks.length * requests.batches.length;
  // In memory nothing is read twice, and a policy's columns stay in the processor's cache while it runs alone.
  const count = requests.batches.stretches ? Math.min(walks.length, GROUPS_A_THREAD * rest.jobs) : walks.length;
  const groups = deal(walks, count);
  const found = await runAll('walks', requests, groups, {
    ...rest,
    ...(onProgress && { onProgress: done => onProgress(done, total) }),
  });
  const inOrder = walks.map((_, w) => found[w % count]![Math.floor(w / count)]!);
  return inOrderOf(cells, walks, inOrder);
}

/** A piece of work is a batch that is read, or a part of a sample. */
async function estimateCells(
  requests: Requests,
  cells: readonly MrcCell[],
  method: EstimatingMethod,
  { onProgress, ...rest }: RunCurvesOptions,
): Promise<CurvePoint[]> {
  const whole = { keys: requests.universe, bytes: requests.bytes };
  const { samples, counted } = planSamples(cells, whole, method.keysOf(requests.universe));
  const tasks = samples.flatMap(({ keys, cells: its }) => {
    // One pass gives all sizes of LRU; replays are shared out, and each thread thins the workload out once.
    const count = method.kind === 'shards' ? 1 : Math.min(rest.jobs, its.length);
    const task = (some: readonly MrcCell[]): EstimateTask => ({
      kind: method.kind,
      method: method.spec,
      keys,
      cells: some,
    });
    return deal(its, count).map(task);
  });
  const walks = walksOf(counted);
  const { length: batches } = requests.batches;
  const estimating = tasks.length * (batches + PARTS);
  const total = estimating + walks.length * batches;
  const estimated = await runAll('estimates', requests, tasks, {
    ...rest,
    ...(onProgress && { onProgress: done => onProgress(done, total) }),
  });
  const exact = await countCells(requests, counted, true, {
    ...rest,
    ...(onProgress && { onProgress: done => onProgress(estimating + done, total) }),
  });
  return inOrderOf<CurvePoint>(cells, [...tasks, { cells: counted }], [...estimated, exact]);
}

/** Deals items out in turn: neighbours are alike, so that the groups take about equally long. */
function deal<Item>(items: readonly Item[], count: number): Item[][] {
  return Array.from({ length: count }, (_, group) => items.filter((_, i) => i % count === group));
}
