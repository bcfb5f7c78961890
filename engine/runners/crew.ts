import { extname } from 'node:path';
import { InputError } from '../../spec/input-error.ts';
import { registeredSamples } from '../latency-samples.ts';
import { registeredPlugins } from '../plugins/registry.ts';
import { Pulse, sharedPulseState } from '../pulse.ts';
import { packed } from './crossing.ts';
import { type TaskKind, type TaskKinds, tasks } from './tasks.ts';
import type { Reply, WorkerData } from './worker.ts';

export interface CrewOptions {
  /** Threads; 1 works in this thread. */
  readonly jobs: number;
  /** Stops the tasks that run and starts no more. */
  readonly signal?: AbortSignal;
  /** Called now and then with the pieces of work that are done; each kind of task says what its pieces are. */
  onProgress?(done: number): void;
}

/** Threads that keep what they work on, and what they found out about it, from one list of tasks to the next. */
export interface Crew<Kind extends TaskKind> {
  /**
   * Performs every task and returns the results in the order of the tasks, whatever the number of threads.
   * @param onResult told of each result as soon as it is there, with its place in the list
   * @throws InputError from a task, or the signal's reason
   */
  perform(
    list: readonly TaskKinds[Kind]['task'][],
    onResult?: (result: TaskKinds[Kind]['result'], index: number) => void,
  ): Promise<TaskKinds[Kind]['result'][]>;
  /** Ends the threads. */
  dismiss(): Promise<void>;
}

/** Beside this file; what was built from the sources needs nobody to load them. */
const WORKER = extname(import.meta.url) === '.ts' ? './worker.mjs' : './worker.js';

/** Milliseconds between two looks at how far the workers have come. */
const LOOK_EVERY = 100;

/**
 * Makes threads ready for tasks of one kind.
 * @param shared what all tasks work on, for example the requests
 */
export async function hire<Kind extends TaskKind>(
  kind: Kind,
  shared: TaskKinds[Kind]['shared'],
  options: CrewOptions,
): Promise<Crew<Kind>> {
  const { signal, onProgress, jobs } = options;
  signal?.throwIfAborted();
  const pulse = new Pulse(sharedPulseState(), jobs > 1 ? undefined : onProgress);
  const stop = () => pulse.stop();
  signal?.addEventListener('abort', stop);
  const crew = jobs > 1 ? await inWorkers(kind, shared, jobs, pulse, options) : await inThisThread(kind, shared, pulse);
  return {
    perform: async (list, onResult) => {
      signal?.throwIfAborted();
      try {
        return await crew.perform(list, onResult);
      } catch (error) {
        throw signal?.aborted ? signal.reason : error;
      }
    },
    dismiss: async () => {
      signal?.removeEventListener('abort', stop);
      await crew.dismiss();
    },
  };
}

async function inThisThread<Kind extends TaskKind>(
  kind: Kind,
  shared: TaskKinds[Kind]['shared'],
  pulse: Pulse,
): Promise<Crew<Kind>> {
  const performTask = await tasks[kind]();
  return {
    async perform(list, onResult) {
      const results: TaskKinds[Kind]['result'][] = [];
      for (const task of list) {
        pulse.check();
        const result = performTask(shared, task, pulse);
        results.push(result);
        onResult?.(result, results.length - 1);
        // Lets signals and timers be served between two simulations.
        await new Promise(resolve => setImmediate(resolve));
      }
      return results;
    },
    dismiss: async () => {},
  };
}

async function inWorkers<Kind extends TaskKind>(
  kind: Kind,
  shared: TaskKinds[Kind]['shared'],
  threads: number,
  pulse: Pulse,
  { signal, onProgress }: CrewOptions,
): Promise<Crew<Kind>> {
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
  return {
    perform: (list, onResult) =>
      Promise.all(
        list.map(async (task, index) => {
          const reply = await pool.run(task);
          if ('problem' in reply) throw new InputError(reply.place, reply.problem);
          onProgress?.(pulse.beats);
          onResult?.(reply.result, index);
          return reply.result;
        }),
      ),
    dismiss: async () => {
      clearInterval(watch);
      signal?.removeEventListener('abort', destroy);
      await pool.destroy();
    },
  };
}
