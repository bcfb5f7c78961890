import seedrandom from 'seedrandom';
import { resolveSpec } from '../../../spec/spec.ts';
import { workloads } from '../../catalog.ts';
import type { Details } from '../../recorder.ts';
import { GET, NO_TTL, type Requests } from '../../requests.ts';

/** Named streams of one seed, for tests. */
export function streams(seed: number): (name: string) => () => number {
  return name => seedrandom.xor128(`${seed}/${name}`);
}

/** A workload of the catalogue, made from its spec. */
export function made(spec: string, requests: number, random = streams(1)): Requests {
  const { entry, values } = resolveSpec(spec, workloads, 'workload', 'test');
  return entry.generate({ requests, random }, values);
}

/** One record of a workload with what its columns say, defaults where there is no column. */
export type Written = Required<Details> & { readonly id: number };

/** Every record of a workload, in order. */
export function written(requests: Requests): Written[] {
  return [...requests.batches].flatMap(batch =>
    Array.from({ length: batch.length }, (_, i) => ({
      id: batch.id[i]!,
      time: batch.time?.[i] ?? 0,
      op: batch.op?.[i] ?? GET,
      size: batch.size?.[i] ?? 1,
      type: batch.type?.[i] ?? 0,
      priority: batch.priority?.[i] ?? 0,
      ttl: batch.ttl?.[i] ?? NO_TTL,
      client: batch.client?.[i] ?? 0,
    })),
  );
}

/** The ids alone. */
export function idsOf(requests: Requests): number[] {
  return [...requests.batches].flatMap(batch => [...batch.id]);
}
