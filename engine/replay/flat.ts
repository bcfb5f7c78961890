import type { AdmissionPolicy } from '../../policies/admission/contract.ts';
import type { EvictionPolicy } from '../../policies/eviction/contract.ts';
import type { Batch } from '../../workloads/requests.ts';
import type { RequestCounter } from '../build-admission.ts';
import { specialize } from '../specialize.ts';

/** One level without TTL and latency: the short way, for curves. */
export interface FlatCache {
  readonly policy: EvictionPolicy;
  /** Null admits all. */
  readonly admission: AdmissionPolicy | null;
  /** Count the requests of each id, where the admission policy asks for it. */
  readonly counters: readonly RequestCounter[];
  /** Entries, or bytes when `sizes` is given. */
  readonly capacity: number;
  /** The column that the policy reads its sizes from; null when capacities count entries. */
  readonly sizes: Float64Array | null;
  /** The column that a clairvoyant policy reads; null otherwise. */
  readonly nextAccess: Int32Array | null;
  /** The column that a policy which looks at lifetimes reads; null otherwise. Here nothing expires. */
  readonly expiresAt: Float64Array | null;
  /** Records per second, for lifetimes in a workload without times. */
  readonly rate: number;
}

/** A flat cache while requests are replayed against it: every miss that is admitted inserts; a set touches or inserts without counting. */
export class FlatRun {
  gets = 0;
  hits = 0;
  evictions = 0;
  /** Zero when the workload has no sizes, as is `bytesMissed`. */
  bytesRequested = 0;
  bytesMissed = 0;
  /** Entries or bytes in use. */
  used = 0;
  /** Gets, sets and deletes. */
  operations = 0;
  readonly cache: FlatCache;
  readonly resident: Uint8Array;
  private readonly plain: boolean;
  private readonly bare: typeof plainLoop;
  private readonly full: typeof fullLoop;

  constructor(cache: FlatCache, universe: number) {
    this.cache = cache;
    this.resident = new Uint8Array(universe);
    this.plain =
      !cache.sizes &&
      !cache.nextAccess &&
      !cache.expiresAt &&
      !cache.admission &&
      !cache.policy.accepts &&
      !cache.policy.surplus;
    this.bare = plainLoopFor(cache.policy);
    this.full = fullLoopFor(cache.policy);
  }

  /** @param next for a clairvoyant policy, by record: the number of the record that gets the same id next */
  replay(batch: Batch, next: Int32Array | null): void {
    if (this.plain && !batch.op && !batch.size) this.bare(this, this.cache.policy, batch.id, batch.length);
    else this.full(this, this.cache, batch, next);
    this.operations += batch.length;
  }

  /** Lets those go who have to although nobody needs their room. */
  shed(): void {
    const { policy, sizes } = this.cache;
    for (let id = policy.surplus!(); id >= 0; id = policy.surplus!()) {
      this.resident[id] = 0;
      this.used -= sizes ? sizes[id]! : 1;
      this.evictions++;
    }
  }
}

const plainLoopFor = specialize(plainLoop);
const fullLoopFor = specialize(fullLoop);

/** Gets alone, each of size one. */
function plainLoop(run: FlatRun, policy: EvictionPolicy, ids: Int32Array, length: number): void {
  const { resident } = run;
  const { capacity } = run.cache;
  let { used } = run;
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
  run.used = used;
  run.gets += length;
  run.hits += hits;
  run.evictions += evictions;
}

/** With operations, admission, sizes, lifetimes and knowledge of the future, as far as they are there. */
function fullLoop(run: FlatRun, cache: FlatCache, batch: Batch, next: Int32Array | null): void {
  const { policy, admission, counters, capacity, sizes, nextAccess, expiresAt } = cache;
  const { id: ids, op: ops, size: bytes, length } = batch;
  // A column that is not looked at need not be read.
  const ttls = expiresAt && batch.ttl;
  const times = expiresAt && batch.time;
  const { resident } = run;
  for (let i = 0; i < length; i++) {
    const id = ids[i]!;
    const op = ops ? ops[i]! : 0;
    const size = bytes ? bytes[i]! : 1;
    if (nextAccess) nextAccess[id] = next![i]!;
    if (op === 2) {
      if (resident[id] === 1) {
        policy.remove(id);
        resident[id] = 0;
        run.used -= sizes ? sizes[id]! : 1;
      }
      continue;
    }
    for (let c = 0; c < counters.length; c++) counters[c]!.increment(id);
    if (op === 0) {
      run.gets++;
      if (bytes) run.bytesRequested += size;
    }
    // A hit does not renew a lifetime, a set does.
    if (expiresAt && (op === 1 || resident[id] === 0)) {
      const ttl = ttls ? ttls[i]! : -1;
      const now = times ? times[i]! : (run.operations + i) / cache.rate;
      expiresAt[id] = ttl < 0 ? Number.POSITIVE_INFINITY : now + ttl;
    }
    if (op === 1 && sizes && resident[id] === 1 && sizes[id] !== size) {
      // New data of another size comes as a newcomer does.
      policy.remove(id);
      resident[id] = 0;
      run.used -= sizes[id]!;
    }
    if (resident[id] === 1) {
      if (op === 0) run.hits++;
      if (admission?.hit) admission.hit(id);
      policy.hit(id);
      if (policy.surplus) run.shed();
      continue;
    }
    if (op === 0 && bytes) run.bytesMissed += size;
    const room = sizes ? size : 1;
    if (sizes) sizes[id] = size;
    if ((policy.accepts && !policy.accepts(id)) || room > capacity) continue;
    let refused = false;
    if (admission) {
      refused = admission.accepts !== undefined && !admission.accepts(id);
      if (!refused && admission.admits && run.used + room > capacity) {
        const victim = policy.victim(id);
        refused = victim === id || !admission.admits(id, victim);
      }
      if (refused) continue;
    }
    while (run.used + room > capacity) {
      const victim = policy.evict(id);
      if (victim === id) {
        refused = true;
        break;
      }
      resident[victim] = 0;
      run.used -= sizes ? sizes[victim]! : 1;
      run.evictions++;
    }
    if (refused) continue;
    policy.insert(id);
    resident[id] = 1;
    run.used += room;
    if (policy.surplus) run.shed();
  }
}
