import type { Requests } from '../../workloads/requests.ts';
import type { EstimatedRow } from '../documents/mrc.ts';
import type { Observed } from '../experiments/comparison/observation.ts';
import type { Walk } from '../experiments/curve-walks.ts';
import type { EstimateTask } from '../experiments/estimates.ts';
import type { LevelSize, MeasuredSize, SizedHierarchy } from '../experiments/level-sizes.ts';
import type { MeasuredRow } from '../experiments/mrc.ts';
import type { Cell } from '../experiments/tune/cell.ts';
import type { Measures } from '../experiments/tune/measures.ts';
import type { Pulse } from '../pulse.ts';
import type { CellsShared } from './cells.ts';
import type { ObservationTask, ObservedWorld } from './observations.ts';
import type { Replication, runReplication } from './replication.ts';

/**
 * What a worker can be asked to do. `shared` reaches each worker once (columns over shared memory are not copied), `task` once
 * per task. A task is one whole simulation, or several that read the requests together.
 */
export interface TaskKinds {
  /** Points of curves; a piece of work is a batch on one walk. */
  readonly walks: { shared: Requests; task: readonly Walk[]; result: MeasuredRow[][] };
  /** Estimated points of curves; a piece of work is a batch that is read, or a part of the sample. */
  readonly estimates: { shared: Requests; task: EstimateTask; result: MeasuredRow<EstimatedRow>[] };
  /** A piece of work is a replication. */
  readonly replication: { shared: Replication; task: number; result: ReturnType<typeof runReplication> };
  /** Configurations on parts of the requests, for tuning; a piece of work is a cell. */
  readonly cells: { shared: CellsShared; task: Cell; result: Measures[] };
  /** A hierarchy with one of its levels at other sizes; a piece of work is a size. */
  readonly levelSizes: { shared: SizedHierarchy; task: LevelSize; result: MeasuredSize };
  /** A piece of work is one configuration on the requests of one seed. */
  readonly observations: { shared: readonly ObservedWorld[]; task: ObservationTask; result: Observed[] };
}

export type TaskKind = keyof TaskKinds;

/** Performs a task, each kind loaded only when it is asked for. */
export const tasks: {
  readonly [Kind in TaskKind]: () => Promise<
    (shared: TaskKinds[Kind]['shared'], task: TaskKinds[Kind]['task'], pulse: Pulse) => TaskKinds[Kind]['result']
  >;
} = {
  walks: async () => (await import('../experiments/mrc.ts')).runWalks,
  estimates: async () => (await import('../experiments/estimates.ts')).runEstimates,
  replication: async () => (await import('./replication.ts')).runReplication,
  cells: async () => (await import('./cells.ts')).runCellTask,
  levelSizes: async () => (await import('../experiments/level-sizes.ts')).runLevelSize,
  observations: async () => (await import('./observations.ts')).runObservations,
};
