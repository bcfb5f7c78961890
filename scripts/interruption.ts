import { Interrupted } from './commands/invocation.ts';

/**
 * Lets Ctrl-C stop work in other threads. While this thread itself computes it serves no signals, so with one job the
 * operating system's own way of ending a process stays in force.
 * @throws Interrupted
 */
export async function interruptible<Result>(
  jobs: number,
  work: (signal?: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return jobs === 1 ? work() : untilInterrupted(work);
}

/** Lets Ctrl-C stop work that pauses now and then. @throws Interrupted */
export async function untilInterrupted<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const stop = () => controller.abort(new Interrupted('interrupted'));
  process.once('SIGINT', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop);
  }
}
