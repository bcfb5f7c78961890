import type { Requests } from '../../workloads/requests.ts';
import { buildEviction, resolveEviction } from '../build-policy.ts';
import type { Unit } from '../configuration/types.ts';
import type { MrcRow } from '../documents.ts';
import { randomStream } from '../random.ts';
import { replayFlat } from '../replay/flat.ts';
import { nextAccesses } from '../replay/next-access.ts';

/** One point of a miss-ratio curve. */
export interface MrcCell {
  readonly policy: string;
  readonly capacity: number;
  readonly unit: Unit;
  readonly seed: number;
}

/** Replays the requests against one policy at one size. @throws InputError for a policy that does not exist or cannot count bytes */
export function runCell(requests: Requests, cell: MrcCell): { row: MrcRow; requestsPerSecond: number } {
  const { universe } = requests;
  const sizes = cell.unit === 'bytes' ? new Float64Array(universe) : null;
  const { clairvoyant } = resolveEviction(cell.policy, sizes !== null, '--policies').entry.capabilities;
  const future = clairvoyant ? { nextAccess: new Int32Array(universe), columns: nextAccessesOnce(requests) } : null;
  const policy = buildEviction(cell.policy, '--policies', {
    capacity: cell.capacity,
    universe,
    sizes,
    random: randomStream(cell.seed, `policy/${cell.policy}`),
    nextAccess: future?.nextAccess ?? null,
    expiresAt: null,
  });
  const start = performance.now();
  const counts = replayFlat(requests, { policy, capacity: cell.capacity, sizes, future });
  const seconds = (performance.now() - start) / 1e3;
  const misses = counts.gets - counts.hits;
  const row: MrcRow = {
    policy: cell.policy,
    capacity: cell.capacity,
    unit: cell.unit,
    requests: counts.gets,
    hits: counts.hits,
    misses,
    hitRatio: counts.gets === 0 ? 0 : counts.hits / counts.gets,
    missRatio: counts.gets === 0 ? 0 : misses / counts.gets,
    ...(requests.bytes === null ? {} : { byteMissRatio: counts.bytesMissed / Math.max(1, counts.bytesRequested) }),
    evictions: counts.evictions,
  };
  return { row, requestsPerSecond: seconds === 0 ? 0 : requests.operations / seconds };
}

const futures = new WeakMap<Requests, Int32Array[]>();

/** The future of a workload is the same for every policy and size: it is looked up once. */
function nextAccessesOnce(requests: Requests): Int32Array[] {
  let columns = futures.get(requests);
  if (!columns) {
    columns = nextAccesses(requests);
    futures.set(requests, columns);
  }
  return columns;
}
