import { resolveSpec } from '../../spec/spec.ts';
import { workloads } from '../../workloads/catalog.ts';
import type { Requests } from '../../workloads/requests.ts';
import { Overflow } from '../../workloads/store/file/overflow.ts';
import { randomStream } from '../random.ts';

/**
 * Makes a synthetic workload from its spec. What is too much for memory goes to a temporary file.
 * @param gets number of gets; undefined for the workload's own
 * @throws InputError for a spec that the catalogue does not know
 */
export function generate(spec: string, gets: number | undefined, seed: number, place = '--workload'): Requests {
  const { entry, values } = resolveSpec(spec, workloads, 'workload', place);
  const random = (name: string) => randomStream(seed, `workload/${name}`);
  return entry.generate({ requests: gets ?? entry.requests, random, sink: new Overflow() }, values);
}
