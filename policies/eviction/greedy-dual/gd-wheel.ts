import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/**
 * GreedyDual by hierarchical cost wheels, which are timing wheels whose time is the inflation L. A wheel is a ring of NQ queues;
 * a queue of level idx spans costs of NQ^(idx-1). C[idx] is the level's clock hand. An entry p is put as far ahead of
 * the hand as its cost c(p) says, on the highest level at which the cost counts; the tail of the queue under the hand of
 * level 1 is evicted. When a hand has advanced a whole round, the level above moves on by one queue, whose entries
 * migrate down by what remains of their costs. Levels count from 0 here.
 */
class GdWheel implements EvictionPolicy {
  private readonly nw: number;
  private readonly nq: number;
  private readonly byDensity: boolean;
  private readonly sizes: Float64Array | null;
  /** By level and queue. */
  private readonly wheels: readonly (readonly IdList[])[];
  private readonly members: Int32Array;
  private readonly c: Int32Array;
  /** By id: its cost, and the level it is on. */
  private readonly cost: Float64Array;
  private readonly level: Uint8Array;
  private maxSize = 1;

  constructor(context: EvictionContext, nw: number, nq: number, byDensity: boolean) {
    const { universe, sizes } = context;
    const links = new Links(universe, nw * nq);
    this.nw = nw;
    this.nq = nq;
    this.byDensity = byDensity;
    this.sizes = sizes;
    this.wheels = Array.from({ length: nw }, () => Array.from({ length: nq }, () => links.list()));
    this.members = new Int32Array(nw);
    this.c = new Int32Array(nw);
    this.cost = new Float64Array(universe);
    this.level = new Uint8Array(universe);
  }

  hit(id: number): void {
    this.remove(id);
    this.insert(id);
  }

  victim(_incoming: number): number {
    while (this.underHand(0).empty) this.advance(0);
    return this.underHand(0).tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    const cost = this.costOf(id);
    let w = 0;
    while (w + 1 < this.nw && Math.round(cost / this.nq ** (w + 1)) > 0) w++;
    this.cost[id] = cost;
    this.enter(id, w, cost);
  }

  remove(id: number): void {
    this.members[this.level[id]!]!--;
    // All queues share their links.
    this.wheels[0]![0]!.unlink(id);
  }

  private underHand(level: number): IdList {
    return this.wheels[level]![this.c[level]!]!;
  }

  /** Puts an entry as far ahead of a level's hand as a cost says. */
  private enter(id: number, level: number, cost: number): void {
    const q = (Math.round(cost / this.nq ** level) + this.c[level]!) % this.nq;
    this.level[id] = level;
    this.members[level]!++;
    this.wheels[level]![q]!.pushHead(id);
  }

  /** Moves a hand on by one queue, or to the end of its round if nothing lies ahead. */
  private advance(level: number): void {
    this.c[level] = this.members[level] === 0 ? 0 : (this.c[level]! + 1) % this.nq;
    if (this.c[level] === 0 && level + 1 < this.nw) this.migrate(level + 1);
  }

  private migrate(level: number): void {
    this.advance(level);
    const queue = this.underHand(level);
    while (!queue.empty) {
      const p = queue.tail;
      this.remove(p);
      this.enter(p, level - 1, this.cost[p]! % this.nq ** level);
    }
  }

  /** A miss costs one; or as much as the entry is small, so that cost is what a byte is worth. */
  private costOf(id: number): number {
    if (!this.byDensity || !this.sizes) return 1;
    const size = Math.max(1, this.sizes[id]!);
    if (size > this.maxSize) this.maxSize = size;
    return Math.min(Math.floor(this.maxSize / size), this.nq ** this.nw - 1);
  }
}

export const gdWheel = defineEviction({
  name: 'gd-wheel',
  aliases: ['gdwheel'],
  summary: 'GreedyDual in constant time by hierarchical cost wheels; with equal costs it is LRU',
  about:
    'Keeps GreedyDual order in constant time: entries lie on wheels as far ahead of a hand as their cost says, and the ' +
    'hand evicts as it comes round. It was made for stores whose misses differ in cost while sizes within a slab ' +
    'class do not. Here every miss costs the same, which makes it LRU; with cost=density small objects are worth ' +
    'more per byte and it becomes a coarse GreedyDual-Size.',
  paper: {
    authors: 'C. Li, A. L. Cox',
    title: 'GD-Wheel: a cost-aware replacement policy for key-value stores',
    venue: 'EuroSys',
    year: 2015,
  },
  parameters: {
    wheels: { type: 'integer', default: 2, min: 1, max: 4, summary: 'number of wheels' },
    queues: { type: 'integer', default: 256, min: 2, max: 4096, summary: 'queues of each wheel' },
    cost: {
      type: 'choice',
      choices: ['uniform', 'density'],
      default: 'uniform',
      summary: 'what a miss costs: the same for every entry, or the more the smaller the entry is',
    },
  },
  capabilities: { sized: true },
  create: (context, { wheels, queues, cost }) => new GdWheel(context, wheels, queues, cost === 'density'),
});
