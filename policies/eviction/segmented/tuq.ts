import type { IdList } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { type PolicyPart, residentsIn } from '../inspection.ts';
import { residentLists } from '../resident-lists.ts';

// Which queue an entry stands in.
const HOT = 0;
const WARM = 1;
const COLD = 2;

/**
 * The 2Q of OpenBSD's buffer cache, which keeps no ghosts. All three queues are LRU: newcomers start hot; what slips from the
 * end of the hot queue turns cold; a hit on a cold entry makes it warm; what slips from the end of the warm queue turns cold
 * again. The coldest is evicted. The hot and the warm queue are capped at a third of the cache each.
 */
class TuQueue implements EvictionPolicy {
  private readonly hot: IdList;
  private readonly warm: IdList;
  private readonly cold: IdList;
  private readonly queue: Uint8Array;
  private readonly sizes: Float64Array | null;
  private readonly maxHot: number;
  private readonly maxWarm: number;
  private sizeHot = 0;
  private sizeWarm = 0;

  constructor(context: EvictionContext, hotShare: number, warmShare: number) {
    [this.hot, this.warm, this.cold] = residentLists(context, 3) as [IdList, IdList, IdList];
    this.queue = new Uint8Array(context.universe);
    this.sizes = context.sizes;
    this.maxHot = Math.floor(context.capacity * hotShare);
    this.maxWarm = Math.floor(context.capacity * warmShare);
  }

  hit(id: number): void {
    if (this.queue[id] === HOT) this.hot.moveToHead(id);
    else if (this.queue[id] === WARM) this.warm.moveToHead(id);
    else if (this.sizeOf(id) > this.maxWarm) this.cold.moveToHead(id);
    else this.turnWarm(id);
  }

  victim(_incoming: number): number {
    if (!this.cold.empty) return this.cold.tail;
    return this.hot.empty ? this.warm.tail : this.hot.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    const size = this.sizeOf(id);
    // The whole hot queue would turn cold for it, and then it too.
    if (size > this.maxHot) {
      this.turnCold(id);
      return;
    }
    this.sizeHot += size;
    while (this.sizeHot > this.maxHot) {
      const slipped = this.hot.tail;
      this.remove(slipped);
      this.turnCold(slipped);
    }
    this.hot.pushHead(id);
    this.queue[id] = HOT;
  }

  remove(id: number): void {
    this.cold.unlink(id);
    if (this.queue[id] === HOT) this.sizeHot -= this.sizeOf(id);
    else if (this.queue[id] === WARM) this.sizeWarm -= this.sizeOf(id);
  }

  private turnWarm(id: number): void {
    this.cold.unlink(id);
    this.sizeWarm += this.sizeOf(id);
    while (this.sizeWarm > this.maxWarm) {
      const slipped = this.warm.tail;
      this.remove(slipped);
      this.turnCold(slipped);
    }
    this.warm.pushHead(id);
    this.queue[id] = WARM;
  }

  private turnCold(id: number): void {
    this.cold.pushHead(id);
    this.queue[id] = COLD;
  }

  private sizeOf(id: number): number {
    return this.sizes === null ? 1 : this.sizes[id]!;
  }

  inspect(): PolicyPart[] {
    return [residentsIn('hot', this.hot), residentsIn('warm', this.warm), residentsIn('cold', this.cold)];
  }
}

export const tuq = defineEviction({
  name: 'tuq',
  aliases: ['tu-queue'],
  summary: "OpenBSD's 2Q without ghosts: newcomers are hot, then cold; what is hit while cold turns warm",
  about:
    'Newcomers enter an LRU queue called hot; what slips from its end turns cold, a hit on a cold entry makes it warm, ' +
    'and what slips from the end of the warm queue turns cold again; the coldest is evicted. A scan passes from hot to ' +
    'cold and leaves the warm third alone, and nothing is remembered of what has left. What returns later than a ' +
    'cache-full is a stranger, so that 2Q with its ghosts tells more entries apart.',
  // Described in T. Unangst's note "2Q buffer cache algorithm" (2014), which is no paper.
  paper: null,
  parameters: {
    hot: {
      type: 'number',
      default: 0.33,
      min: 0,
      max: 1,
      summary: 'largest share of the capacity for the hot queue',
    },
    warm: {
      type: 'number',
      default: 0.33,
      min: 0,
      max: 1,
      summary: 'largest share of the capacity for the warm queue',
    },
  },
  capabilities: { sized: true },
  create: (context, values) => new TuQueue(context, values.hot, values.warm),
});
