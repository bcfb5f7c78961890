import { availableParallelism } from 'node:os';
import { type CrewOptions, hire } from './crew.ts';
import type { TaskKind, TaskKinds } from './tasks.ts';

export type RunAllOptions = CrewOptions;

/** A thread per core. */
export const cores: number = availableParallelism();

/**
 * Performs every task and returns the results in the order of the tasks, whatever the number of threads.
 * @param shared what all tasks work on, for example the requests
 * @throws InputError from a task, or the signal's reason
 */
export async function runAll<Kind extends TaskKind>(
  kind: Kind,
  shared: TaskKinds[Kind]['shared'],
  list: readonly TaskKinds[Kind]['task'][],
  options: RunAllOptions,
): Promise<TaskKinds[Kind]['result'][]> {
  options.signal?.throwIfAborted();
  if (list.length === 0) return [];
  const crew = await hire(kind, shared, { ...options, jobs: Math.min(options.jobs, list.length) });
  try {
    return await crew.perform(list);
  } finally {
    await crew.dismiss();
  }
}
