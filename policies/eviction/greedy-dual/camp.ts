import { type IdList, Links } from '../../structures/links.ts';
import { PriorityHeap } from '../../structures/priority-heap.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/** Ratios of cost to size are integers of so many bits at most. */
const RATIO_BITS = 31;
const MAX_RATIO = 2 ** RATIO_BITS - 1;

/**
 * Cost adaptive multi-queue eviction: GreedyDual-Size with few distinct ratios. The cost of an entry over its size, made an integer
 * by the largest size seen, is rounded to its `precision` most significant bits; entries of one rounded ratio form an LRU
 * queue, in which H = L + ratio only grows towards the newest, because L never falls. So the heap holds queues instead of
 * entries, each by the H of its oldest entry; of equal ones, the lowest ratio. As in Caffeine, L is the lowest H that is left
 * after an eviction, and a use rounds anew.
 */
class Camp implements EvictionPolicy {
  /** Only with sizes: the largest size counts even of what the cache cannot hold. */
  readonly accepts?: (incoming: number) => boolean;
  private readonly precision: number;
  private readonly sizes: Float64Array | null;
  private readonly queues: readonly IdList[];
  /** By id: in which queue it is, and the H it has there. */
  private readonly queueOf: Int32Array;
  private readonly h: Float64Array;
  /** Of the queues that are not empty. */
  private readonly heap: PriorityHeap;
  private l = 0;
  private maxSize = 1;

  constructor(context: EvictionContext, precision: number) {
    const { universe, sizes } = context;
    // Ratios below 2^precision stay as they are; each further bit length keeps those with its leading bit set.
    const count = 2 ** precision + (RATIO_BITS - precision) * 2 ** (precision - 1);
    const links = new Links(universe, count);
    this.precision = precision;
    this.sizes = sizes;
    if (sizes)
      this.accepts = incoming => {
        this.maxSize = Math.max(this.maxSize, sizes[incoming]!);
        return true;
      };
    this.queues = Array.from({ length: count }, () => links.list());
    this.queueOf = new Int32Array(universe);
    this.h = new Float64Array(universe);
    this.heap = new PriorityHeap(count);
  }

  hit(id: number): void {
    this.remove(id);
    this.insert(id);
  }

  victim(_incoming: number): number {
    return this.queues[this.heap.root]!.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    if (!this.heap.empty) this.l = this.heap.priorityOf(this.heap.root);
    return victim;
  }

  insert(id: number): void {
    const ratio = this.ratio(id);
    const queue = this.queueFor(ratio);
    const members = this.queues[queue]!;
    const first = members.empty;
    this.queueOf[id] = queue;
    this.h[id] = this.l + ratio;
    members.pushHead(id);
    if (first) this.heap.insert(queue, this.h[id]!, queue);
  }

  remove(id: number): void {
    const queue = this.queueOf[id]!;
    const members = this.queues[queue]!;
    const oldest = members.tail;
    members.unlink(id);
    if (oldest !== id) return;
    if (members.empty) this.heap.remove(queue);
    else this.heap.update(queue, this.h[members.tail]!, queue);
  }

  /** c: the cost, which is the same for all, over the size, rounded. */
  private ratio(id: number): number {
    const size = this.sizes ? this.sizes[id]! : 1;
    if (size > this.maxSize) this.maxSize = size;
    const ratio = Math.min(Math.floor(this.maxSize / size), MAX_RATIO);
    const excess = this.excessBits(ratio);
    return (ratio >>> excess) << excess;
  }

  /** A number of its own for each rounded ratio, in their order. */
  private queueFor(ratio: number): number {
    const excess = this.excessBits(ratio);
    return (ratio >>> excess) + excess * 2 ** (this.precision - 1);
  }

  /** How many low bits rounding clears. */
  private excessBits(ratio: number): number {
    return Math.max(0, 32 - Math.clz32(ratio) - this.precision);
  }
}

export const camp = defineEviction({
  name: 'camp',
  summary: 'GreedyDual-Size with rounded costs per byte: an LRU queue for each, and a small heap of the queues',
  about:
    'Approximates GreedyDual-Size at a cost that does not grow with the cache: costs per byte are rounded to a few bits, ' +
    'entries that share one form an LRU queue, and only the queues are kept in order. It prefers small objects and ' +
    'follows a moving hot set; among entries of one size it is LRU, with its weakness for scans.',
  paper: {
    authors: 'S. Ghandeharizadeh, S. Irani, J. Lam, J. Yap',
    title: 'CAMP: a cost adaptive multi-queue eviction policy for key-value stores',
    venue: 'Middleware',
    year: 2014,
  },
  parameters: {
    precision: {
      type: 'integer',
      default: 5,
      min: 1,
      max: 12,
      summary: 'significant bits of the cost per byte that rounding keeps',
    },
  },
  capabilities: { sized: true },
  create: (context, { precision }) => new Camp(context, precision),
});
