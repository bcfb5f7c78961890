import { resolveSpec } from '../spec/spec.ts';
import type { BatchSink } from '../workloads/batch-sink.ts';
import { workloads } from '../workloads/catalog.ts';
import type { Requests } from '../workloads/requests.ts';
import { randomStream } from './random.ts';

/** What a synthetic workload is made with. */
export interface SynthesisOptions {
  /** Gets; the workload's own number unless it is given. */
  readonly requests?: number | undefined;
  /** Master seed, 1 unless it is given. */
  readonly seed?: number;
  /** What messages call the spec. */
  readonly place?: string;
  /** Where the batches go; without one they stay in memory. */
  readonly sink?: BatchSink;
}

/** Makes a synthetic workload from its spec, such as `zipf:alpha=0.9`. @throws InputError for one that the catalogue does not know */
export function synthesize(spec: string, options: SynthesisOptions = {}): Requests {
  const { requests, seed = 1, place = 'workload', sink } = options;
  const { entry, values } = resolveSpec(spec, workloads, 'workload', place);
  const random = (name: string) => randomStream(seed, `workload/${name}`);
  return entry.generate({ requests: requests ?? entry.requests, random, sink }, values);
}
