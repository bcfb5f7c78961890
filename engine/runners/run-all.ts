import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { InputError } from '../../spec/input-error.ts';
import { registeredSamples } from '../latency-samples.ts';
import { registeredPlugins } from '../plugins/registry.ts';
import { Pulse, sharedPulseState } from '../pulse.ts';
import { packed } from './crossing.ts';
import { type TaskKind, type TaskKinds, tasks } from './tasks.ts';
import type { Reply, WorkerData } from './worker.ts';

export interface RunAllOptions {
  /** Threads; 1 runs in this thread. */
  readonly jobs: number;
  /** Stops the tasks that run and starts no more. */
  readonly signal?: AbortSignal;
  /** Called now and then with the pieces of work that are done; each kind of task says what its pieces are. */
  onProgress?(done: number): void;
}

/** A thread per core. */
export const cores: number = availableParallelism();

/** Beside this file; what was built from the sources needs nobody to load them. */
const WORKER = extname(import.meta.url) === '.ts' ? './worker.mjs' : './worker.js';

/** Milliseconds between two looks at how far the workers have come. */
const LOOK_EVERY = 100;

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
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  if (list.length === 0) return [];
  const threads = Math.min(options.jobs, list.length);
  const pulse = new Pulse(sharedPulseState(), threads > 1 ? undefined : onProgress);
  const stop = () => pulse.stop();
  signal?.addEventListener('abort', stop);
  try {
    if (threads <= 1) return await inThisThread(kind, shared, list, pulse);
    return await inWorkers(kind, shared, list, threads, pulse, options);
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

async function inThisThread<Kind extends TaskKind>(
  kind: Kind,
  shared: TaskKinds[Kind]['shared'],
  list: readonly TaskKinds[Kind]['task'][],
  pulse: Pulse,
): Promise<TaskKinds[Kind]['result'][]> {
  const results: TaskKinds[Kind]['result'][] = [];
  const perform = await tasks[kind]();
  for (const task of list) {
    pulse.check();
    results.push(perform(shared, task, pulse));
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
  pulse: Pulse,
  { signal, onProgress }: RunAllOptions,
): Promise<TaskKinds[Kind]['result'][]> {
  const plugins = registeredPlugins().map(({ name, code }) => ({ name, code }));
  // It takes as long to load as a small simulation takes to run.
  const { Piscina } = await import('piscina');
  const workerData: WorkerData<Kind> = { kind, shared, pulse: pulse.state, plugins, samples: registeredSamples() };
  const pool = new Piscina<TaskKinds[Kind]['task'], Reply<TaskKinds[Kind]['result']>>({
    filename: new URL(WORKER, import.meta.url).href,
    name: 'perform',
    minThreads: threads,
    maxThreads: threads,
    workerData: packed(workerData),
  });
  // A worker may still answer while the pool is being destroyed; nobody waits for it. Errors of tasks reach their own promises.
  pool.on('error', () => {});
  const destroy = () => void pool.destroy();
  signal?.addEventListener('abort', destroy);
  const watch = setInterval(() => onProgress?.(pulse.beats), LOOK_EVERY);
  const one = async (task: TaskKinds[Kind]['task']) => {
    const reply = await pool.run(task);
    if ('problem' in reply) throw new InputError(reply.place, reply.problem);
    onProgress?.(pulse.beats);
    return reply.result;
  };
  try {
    return await Promise.all(list.map(one));
  } finally {
    clearInterval(watch);
    signal?.removeEventListener('abort', destroy);
    await pool.destroy();
  }
}
