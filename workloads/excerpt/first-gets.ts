import { shorten } from '../batch-memory.ts';
import { Recorder } from '../recorder.ts';
import { type Batch, GET, type Requests } from '../requests.ts';

/**
 * The beginning of a workload, up to and with its get of that number: what reading a trace of so many requests gives.
 * @returns the workload itself when it has no more gets
 */
export function firstGets(requests: Requests, gets: number): Requests {
  if (requests.gets <= gets) return requests;
  const recorder = new Recorder(requests.columns);
  for (const batch of requests.batches) {
    const length = lengthWith(batch, gets - recorder.gets);
    recorder.addAll(shorten(batch, length));
    if (recorder.gets === gets) break;
  }
  const beginning = recorder.finish();
  return { ...beginning, phases: requests.phases.filter(phase => phase.at < beginning.operations) };
}

/** How many records of the batch there are up to its get of that number; all of them when it has fewer. */
function lengthWith({ op, length }: Batch, gets: number): number {
  if (op === null) return Math.min(length, gets);
  let found = 0;
  for (let i = 0; i < length; i++) if (op[i] === GET && ++found === gets) return i + 1;
  return length;
}
