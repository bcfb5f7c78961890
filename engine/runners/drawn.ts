import type { Requests } from '../../workloads/requests.ts';
import { generate } from './generate.ts';
import type { WorkloadSource } from './replication.ts';

/** What this thread drew last: several configurations are replayed on it, one after the other. */
let last: {
  readonly spec: string;
  readonly gets: number | undefined;
  readonly seed: number;
  readonly requests: Requests;
} | null = null;

/** The requests of a seed; those of a recording are the same for every seed. */
export function requestsOf(source: WorkloadSource, seed: number): Requests {
  if (source.kind === 'recorded') return source.requests;
  const { spec, gets } = source;
  if (last?.spec !== spec || last.gets !== gets || last.seed !== seed) {
    last?.requests.batches.close?.();
    last = { spec, gets, seed, requests: generate(spec, gets, seed) };
  }
  return last.requests;
}
