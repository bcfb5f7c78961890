import type { Requests } from '../../workloads/requests.ts';
import { type MrcCell, runCell } from '../experiments/mrc.ts';
import { type Replication, runReplication } from './replication.ts';

/**
 * What a worker can be asked to do. `shared` reaches each worker once (columns over shared memory are not copied),
 * `task` once per task; a task is one whole simulation.
 */
export interface TaskKinds {
  readonly cell: { shared: Requests; task: MrcCell; result: ReturnType<typeof runCell> };
  readonly replication: { shared: Replication; task: number; result: ReturnType<typeof runReplication> };
}

export type TaskKind = keyof TaskKinds;

export const tasks: {
  readonly [Kind in TaskKind]: (
    shared: TaskKinds[Kind]['shared'],
    task: TaskKinds[Kind]['task'],
  ) => TaskKinds[Kind]['result'];
} = { cell: runCell, replication: runReplication };
