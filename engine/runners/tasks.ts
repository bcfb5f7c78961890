import type { Requests } from '../../workloads/requests.ts';
import type { MeasuredRow, MrcCell } from '../experiments/mrc.ts';
import type { Pulse } from '../pulse.ts';
import type { Replication, runReplication } from './replication.ts';

/**
 * What a worker can be asked to do. `shared` reaches each worker once (columns over shared memory are not copied), `task` once
 * per task. A task is one whole simulation, or several that read the requests together.
 */
export interface TaskKinds {
  /** Points of curves; a piece of work is a batch at one point. */
  readonly cells: { shared: Requests; task: readonly MrcCell[]; result: MeasuredRow[] };
  /** A piece of work is a replication. */
  readonly replication: { shared: Replication; task: number; result: ReturnType<typeof runReplication> };
}

export type TaskKind = keyof TaskKinds;

/** Performs a task, each kind loaded only when it is asked for. */
export const tasks: {
  readonly [Kind in TaskKind]: () => Promise<
    (shared: TaskKinds[Kind]['shared'], task: TaskKinds[Kind]['task'], pulse: Pulse) => TaskKinds[Kind]['result']
  >;
} = {
  cells: async () => (await import('../experiments/mrc.ts')).runCells,
  replication: async () => (await import('./replication.ts')).runReplication,
};
