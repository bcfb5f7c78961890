import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { InputError } from '../../spec/input-error.ts';
import { registeredPlugins } from '../plugins/registry.ts';
import { type TaskKind, type TaskKinds, tasks } from './tasks.ts';
import type { Reply, WorkerData } from './worker.ts';

export interface RunAllOptions {
  /** Threads; 1 runs in this thread. */
  readonly jobs: number;
  /** Stops the tasks that run and starts no more. */
  readonly signal?: AbortSignal;
  /** Called after each task with the number of tasks that are done. */
  onProgress?(done: number): void;
}

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
  const threads = Math.min(options.jobs, list.length);
  return threads > 1 ? inWorkers(kind, shared, list, threads, options) : inThisThread(kind, shared, list, options);
}

async function inThisThread<Kind extends TaskKind>(
  kind: Kind,
  shared: TaskKinds[Kind]['shared'],
  list: readonly TaskKinds[Kind]['task'][],
  { signal, onProgress }: RunAllOptions,
): Promise<TaskKinds[Kind]['result'][]> {
  const results: TaskKinds[Kind]['result'][] = [];
  for (const task of list) {
    signal?.throwIfAborted();
    results.push(tasks[kind](shared, task));
    onProgress?.(results.length);
    // Lets signals and timers be served between two simulations.
    await new Promise(resolve => setImmediate(resolve));
  }
  return results;
}

async function inWorkers<Kind extends TaskKind>(
  kind: Kind,
  shared: TaskKinds[Kind]['shared'],
  list: readonly TaskKinds[Kind]['task'][],
  threads: number,
  { signal, onProgress }: RunAllOptions,
): Promise<TaskKinds[Kind]['result'][]> {
  signal?.throwIfAborted();
  const plugins = registeredPlugins().map(({ name, code }) => ({ name, code }));
  const workerData: WorkerData<Kind> = { kind, shared, plugins };
  const pool = new Piscina<TaskKinds[Kind]['task'], Reply<TaskKinds[Kind]['result']>>({
    filename: new URL('./worker.mjs', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData,
  });
  // A worker may still answer while the pool is being destroyed; nobody waits for it. Errors of tasks reach their own promises.
  pool.on('error', () => {});
  const stop = () => void pool.destroy();
  signal?.addEventListener('abort', stop);
  let done = 0;
  const one = async (task: TaskKinds[Kind]['task']) => {
    const reply = await pool.run(task);
    if ('problem' in reply) throw new InputError(reply.place, reply.problem);
    onProgress?.(++done);
    return reply.result;
  };
  try {
    return await Promise.all(list.map(one));
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await pool.destroy();
  }
}
