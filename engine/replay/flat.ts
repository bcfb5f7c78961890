import type { EvictionPolicy } from '../../policies/eviction/contract.ts';
import type { Batch, Requests } from '../../workloads/requests.ts';
import { specialize } from '../specialize.ts';

/** What one policy did at one size. Bytes are zero when the workload has no sizes. */
export interface FlatCounts {
  gets: number;
  hits: number;
  evictions: number;
  bytesRequested: number;
  bytesMissed: number;
}

interface FlatState extends FlatCounts {
  /** Entries or bytes in use. */
  used: number;
}

/** One level without TTL and latency: the short way, for curves. */
export interface FlatCache {
  readonly policy: EvictionPolicy;
  /** Entries, or bytes when `sizes` is given. */
  readonly capacity: number;
  /** The column that the policy reads its sizes from; null when capacities count entries. */
  readonly sizes: Float64Array | null;
  /** The column that a clairvoyant policy reads, and per batch what to write there; null otherwise. */
  readonly future: { readonly nextAccess: Int32Array; readonly columns: readonly Int32Array[] } | null;
}

/** Replays requests against one flat cache: every miss inserts; a set touches or inserts without counting. */
export function replayFlat(requests: Requests, cache: FlatCache): FlatCounts {
  const state: FlatState = { gets: 0, hits: 0, evictions: 0, bytesRequested: 0, bytesMissed: 0, used: 0 };
  const resident = new Uint8Array(requests.universe);
  const plain = cache.sizes === null && cache.future === null && !cache.policy.accepts;
  const bare = plainLoopFor(cache.policy);
  const full = fullLoopFor(cache.policy);
  for (const [b, batch] of requests.batches.entries()) {
    if (plain && !batch.op && !batch.size) bare(cache.policy, batch.id, batch.length, cache.capacity, resident, state);
    else full(cache, batch, cache.future?.columns[b] ?? null, resident, state);
  }
  return state;
}

const plainLoopFor = specialize(plainLoop);
const fullLoopFor = specialize(fullLoop);

/** Gets alone, each of size one. */
function plainLoop(
  policy: EvictionPolicy,
  ids: Int32Array,
  length: number,
  capacity: number,
  resident: Uint8Array,
  state: FlatState,
): void {
  let { used } = state;
  let hits = 0;
  let evictions = 0;
  for (let i = 0; i < length; i++) {
    const id = ids[i]!;
    if (resident[id] === 1) {
      hits++;
      policy.hit(id);
      continue;
    }
    if (used < capacity) used++;
    else {
      const victim = policy.evict(id);
      if (victim === id) continue;
      resident[victim] = 0;
      evictions++;
    }
    policy.insert(id);
    resident[id] = 1;
  }
  state.used = used;
  state.gets += length;
  state.hits += hits;
  state.evictions += evictions;
}

/** With operations, sizes and knowledge of the future, as far as they are there. */
function fullLoop(
  cache: FlatCache,
  batch: Batch,
  next: Int32Array | null,
  resident: Uint8Array,
  state: FlatState,
): void {
  const { policy, capacity, sizes, future } = cache;
  const { id: ids, op: ops, size: bytes, length } = batch;
  for (let i = 0; i < length; i++) {
    const id = ids[i]!;
    const op = ops ? ops[i]! : 0;
    const size = bytes ? bytes[i]! : 1;
    if (future) future.nextAccess[id] = next![i]!;
    if (op === 2) {
      if (resident[id] === 1) {
        policy.remove(id);
        resident[id] = 0;
        state.used -= sizes ? sizes[id]! : 1;
      }
      continue;
    }
    if (op === 0) {
      state.gets++;
      if (bytes) state.bytesRequested += size;
    }
    if (resident[id] === 1) {
      if (op === 0) state.hits++;
      policy.hit(id);
      continue;
    }
    if (op === 0 && bytes) state.bytesMissed += size;
    const room = sizes ? size : 1;
    if (sizes) sizes[id] = size;
    if (room > capacity || (policy.accepts && !policy.accepts(id))) continue;
    let refused = false;
    while (state.used + room > capacity) {
      const victim = policy.evict(id);
      if (victim === id) {
        refused = true;
        break;
      }
      resident[victim] = 0;
      state.used -= sizes ? sizes[victim]! : 1;
      state.evictions++;
    }
    if (refused) continue;
    policy.insert(id);
    resident[id] = 1;
    state.used += room;
  }
}
