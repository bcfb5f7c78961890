import { workerData } from 'node:worker_threads';
import { InputError } from '../../spec/input-error.ts';
import { type NamedSamples, registerSamples } from '../latency-samples.ts';
import { Pulse } from '../pulse.ts';
import { unpacked } from './crossing.ts';
import { importPlugins, type PluginSource } from './import-plugin.ts';
import { type TaskKind, type TaskKinds, tasks } from './tasks.ts';

/** What a worker is started with. */
export interface WorkerData<Kind extends TaskKind> {
  readonly kind: Kind;
  readonly shared: TaskKinds[Kind]['shared'];
  /** State of the pulse. */
  readonly pulse: Int32Array;
  /** What specs may name beside the catalogue. */
  readonly plugins: readonly PluginSource[];
  /** What latency models may name. */
  readonly samples: readonly NamedSamples[];
}

/** An error loses its class between threads, so unusable input travels as data. */
export type Reply<Result> = { readonly result: Result } | { readonly place: string; readonly problem: string };

// Once a thread: what the tasks find out about the requests is kept with them.
const given: unknown = unpacked(workerData);

const { plugins, samples } = given as WorkerData<TaskKind>;
registerSamples(samples);
await importPlugins(plugins);

/** Performs one task in a worker thread that was started with `WorkerData`. */
export async function perform<Kind extends TaskKind>(
  task: TaskKinds[Kind]['task'],
): Promise<Reply<TaskKinds[Kind]['result']>> {
  // What crosses between threads is untyped; `inWorkers` is the only one that starts this file.
  const { kind, shared, pulse } = given as WorkerData<Kind>;
  try {
    const performTask = await tasks[kind]();
    return { result: performTask(shared, task, new Pulse(pulse)) };
  } catch (error) {
    if (error instanceof InputError) return { place: error.place, problem: error.problem };
    throw error;
  }
}
