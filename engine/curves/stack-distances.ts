import { type Batch, DELETE, GET } from '../../workloads/requests.ts';
import { LruStack } from './lru-stack.ts';

/** What an LRU cache of one size counts. */
export interface LruCounts {
  readonly hits: number;
  readonly evictions: number;
  /** Of the gets that miss; 0 when the workload has no sizes. */
  readonly bytesMissed: number;
}

/**
 * LRU caches of every size at once, in entries, while requests are replayed: every miss inserts; a set touches or inserts
 * without counting. The counts are those of a simulation of each size, deletes included.
 */
export class StackDistances {
  gets = 0;
  /** Zero when the workload has no sizes. */
  bytesRequested = 0;
  private sets = 0;
  private readonly stack: LruStack;
  /** By place in the stack: gets that found their id there; place 0 counts those that did not find it. */
  private readonly getsAt: Int32Array;
  /** Likewise, made when the first record needs it. */
  private setsAt: Int32Array | null = null;
  private deletesAt: Int32Array | null = null;
  private bytesAt: Float64Array | null = null;

  constructor(universe: number) {
    this.stack = new LruStack(universe);
    this.getsAt = new Int32Array(universe + 1);
  }

  replay(batch: Batch): void {
    if (batch.op || batch.size) this.replayFull(batch);
    else this.replayGets(batch.id, batch.length);
  }

  private replayGets(ids: Int32Array, length: number): void {
    const { stack, getsAt } = this;
    for (let i = 0; i < length; i++) getsAt[stack.touch(ids[i]!)]!++;
    this.gets += length;
  }

  private replayFull({ id: ids, op: ops, size: sizes, length }: Batch): void {
    const { stack, getsAt } = this;
    if (ops) this.setsAt ??= new Int32Array(getsAt.length);
    if (ops) this.deletesAt ??= new Int32Array(getsAt.length);
    if (sizes) this.bytesAt ??= new Float64Array(getsAt.length);
    const { setsAt, deletesAt, bytesAt } = this;
    for (let i = 0; i < length; i++) {
      const op = ops ? ops[i]! : GET;
      if (op === DELETE) {
        deletesAt![stack.remove(ids[i]!)]!++;
        continue;
      }
      const place = stack.touch(ids[i]!);
      if (op !== GET) {
        setsAt![place]!++;
        this.sets++;
        continue;
      }
      getsAt[place]!++;
      this.gets++;
      if (bytesAt) {
        bytesAt[place]! += sizes![i]!;
        this.bytesRequested += sizes![i]!;
      }
    }
  }

  /** The counts of a cache of each of these capacities, in their order. */
  at(capacities: readonly number[]): LruCounts[] {
    const order = capacities.map((_, i) => i).sort((a, b) => capacities[a]! - capacities[b]!);
    const holes = this.stack.holePlaces();
    const counts: LruCounts[] = [];
    let place = 0;
    let hole = 0;
    let hits = 0;
    let setHits = 0;
    let deleted = 0;
    let bytesHit = 0;
    for (const i of order) {
      const capacity = capacities[i]!;
      while (place < capacity && place + 1 < this.getsAt.length) {
        place++;
        hits += this.getsAt[place]!;
        setHits += this.setsAt?.[place] ?? 0;
        deleted += this.deletesAt?.[place] ?? 0;
        bytesHit += this.bytesAt?.[place] ?? 0;
      }
      while (hole < holes.length && holes[hole]! <= capacity) hole++;
      const inserted = this.gets + this.sets - hits - setHits;
      const resident = Math.min(capacity, this.stack.depth) - hole;
      counts[i] = { hits, evictions: inserted - deleted - resident, bytesMissed: this.bytesRequested - bytesHit };
    }
    return counts;
  }
}
