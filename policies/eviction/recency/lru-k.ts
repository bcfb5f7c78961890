import { type IdList, Links } from '../../structures/links.ts';
import { RankHeap } from '../../structures/rank-heap.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

const UNKNOWN = 0;
const RESIDENT = 1;
/** Resident, and too recently referenced to be chosen. */
const CORRELATED = 2;
/** Not resident, but its history is retained. */
const RETAINED = 3;

/**
 * LRU-K. HIST(p, i) is the time of the i-th last reference to p, 0 if there were fewer; references within the correlated
 * reference period after LAST(p) count as one with it. The entry with the lowest HIST(p, K) is evicted, which is the largest
 * backward K-distance; among those without K references, the one with the lowest HIST(p, 1). Entries within their correlated
 * reference period are spared while there are others. Histories of evicted entries are retained, up to a bound.
 */
class LruK implements EvictionPolicy {
  private readonly k: number;
  /** HIST(p, i) at K p + i - 1. */
  private readonly hist: Float64Array;
  private readonly last: Float64Array;
  private readonly correlatedPeriod: number;
  /** In requests; a newcomer is requested at the next. */
  private time = 0;
  private readonly status: Uint8Array;
  /** Those that may be chosen, by HIST(p, K); no longer right for CORRELATED ones. */
  private readonly eligible: RankHeap;
  /** Those that were found to be CORRELATED when it was their turn, by LAST(p). */
  private readonly correlated: RankHeap;
  private readonly retained: IdList;
  private readonly sizes: Float64Array | null;
  /** Bytes that a retained history counts for: those of the entry that it was, whatever its newcomer weighs. */
  private readonly retainedSizes: Float64Array | null;
  private readonly maxRetained: number;
  private sizeRetained = 0;

  constructor(context: EvictionContext, k: number, history: number, correlatedPeriod: number) {
    const { capacity, universe, sizes } = context;
    this.k = k;
    this.hist = new Float64Array(k * universe);
    this.last = new Float64Array(universe);
    this.correlatedPeriod = correlatedPeriod;
    this.status = new Uint8Array(universe);
    this.eligible = new RankHeap(universe);
    this.correlated = new RankHeap(universe);
    this.retained = new Links(universe, 1).list();
    this.sizes = sizes;
    this.retainedSizes = sizes && new Float64Array(universe);
    this.maxRetained = Math.floor(capacity * history);
  }

  hit(id: number): void {
    this.time++;
    if (this.time - this.last[id]! > this.correlatedPeriod) this.refer(id, this.last[id]! - this.hist[this.k * id]!);
    this.last[id] = this.time;
    if (this.status[id] === CORRELATED) this.correlated.raise(id, this.time, 0);
    else this.eligible.raise(id, this.backward(id), this.hist[this.k * id]!);
  }

  victim(_incoming: number): number {
    const { eligible, correlated } = this;
    while (!correlated.empty && !this.isCorrelated(correlated.lowest())) this.release(correlated.lowest());
    while (!eligible.empty) {
      const lowest = eligible.lowest();
      if (!this.isCorrelated(lowest)) return lowest;
      eligible.remove(lowest);
      correlated.insert(lowest, this.last[lowest]!, 0);
      this.status[lowest] = CORRELATED;
    }
    return correlated.lowest();
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const size = this.sizes ? this.sizes[victim]! : 1;
    this.leave(victim);
    if (size > this.maxRetained) this.forget(victim);
    else {
      this.status[victim] = RETAINED;
      this.retained.pushHead(victim);
      if (this.retainedSizes) this.retainedSizes[victim] = size;
      this.sizeRetained += size;
    }
    return victim;
  }

  insert(id: number): void {
    if (this.status[id] === RETAINED) this.recall(id);
    // Only now, because the newcomer's own history must not count among those that its evictions push out.
    while (this.sizeRetained > this.maxRetained) {
      const oldest = this.retained.tail;
      this.recall(oldest);
      this.forget(oldest);
    }
    this.time++;
    this.refer(id, 0);
    this.last[id] = this.time;
    this.status[id] = RESIDENT;
    this.eligible.insert(id, this.backward(id), this.time);
  }

  remove(id: number): void {
    this.leave(id);
    this.forget(id);
  }

  remembers(id: number): boolean {
    return this.status[id] === RETAINED;
  }

  /** HIST(p, K). */
  private backward(id: number): number {
    return this.hist[this.k * (id + 1) - 1]!;
  }

  /** A reference that is not correlated: earlier ones move on, as if the period that came after the last took no time. */
  private refer(id: number, period: number): void {
    const { hist, k } = this;
    for (let i = k * (id + 1) - 1; i > k * id; i--) hist[i] = hist[i - 1] === 0 ? 0 : hist[i - 1]! + period;
    hist[k * id] = this.time;
  }

  private isCorrelated(id: number): boolean {
    return this.time + 1 - this.last[id]! <= this.correlatedPeriod;
  }

  private release(id: number): void {
    this.correlated.remove(id);
    this.eligible.insert(id, this.backward(id), this.hist[this.k * id]!);
    this.status[id] = RESIDENT;
  }

  private leave(id: number): void {
    if (this.status[id] === CORRELATED) this.correlated.remove(id);
    else this.eligible.remove(id);
  }

  private recall(id: number): void {
    this.retained.unlink(id);
    this.sizeRetained -= this.retainedSizes ? this.retainedSizes[id]! : 1;
  }

  private forget(id: number): void {
    this.status[id] = UNKNOWN;
    this.hist.fill(0, this.k * id, this.k * (id + 1));
  }
}

export const lruK = defineEviction({
  name: 'lru-k',
  summary: 'LRU-K: evicts the entry whose K-th last use lies furthest back, and remembers uses beyond eviction',
  about:
    'Ranks entries by the time of their K-th last use instead of the last, so that one use in a scan does not count as ' +
    'popularity; entries with fewer known uses go first, by recency. Uses in quick succession can be told to count as ' +
    'one. It tells hot from cold pages soon, but ranks in logarithmic time, and must remember evicted ids to work.',
  paper: {
    authors: "E. J. O'Neil, P. E. O'Neil, G. Weikum",
    title: 'The LRU-K page replacement algorithm for database disk buffering',
    venue: 'SIGMOD',
    year: 1993,
  },
  parameters: {
    k: { type: 'integer', default: 2, min: 1, max: 16, summary: 'K: which of the last uses counts; 1 is LRU' },
    history: {
      type: 'number',
      default: 1,
      min: 0,
      summary: 'room for the histories of evicted entries, as a multiple of the capacity',
    },
    correlated: {
      type: 'integer',
      default: 0,
      min: 0,
      summary: 'correlated reference period: uses that follow the last within so many requests count as one with it',
    },
  },
  capabilities: { sized: true, ghosts: true, scales: false },
  mostRemembered: (capacity, { history }) => Math.floor(history * capacity),
  create: (context, values) => new LruK(context, values.k, values.history, values.correlated),
});
