import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ghostsIn, type PolicyPart, residentsIn } from '../inspection.ts';

/** Which queue holds an id. */
const NONE = 0;
const FIFO = 1;
const MAIN = 2;
const GHOST = 3;
/** Evicted by the main queue, and resident until the host takes it away. */
const LEAVING = 4;

/** Counters in the main queue have two bits. */
const MAX_FREQ = 3;

/**
 * Quick demotion, lazy promotion. Newcomers enter a small FIFO queue; at its end, those that were hit move to the main queue, the
 * others leave and are remembered in a ghost queue, whence a newcomer enters the main queue at once. The main queue is a CLOCK
 * with counters up to 3 and a share of its own, and evicts for whoever enters it, even while the cache has room. Promotion is
 * lazy, because it waits for the end of the queue. With sizes all lengths are bytes.
 */
class Qdlp implements EvictionPolicy {
  /** Only with sizes: what is larger than the small queue could never enter. */
  readonly accepts?: (incoming: number) => boolean;
  private readonly fifoCapacity: number;
  private readonly mainCapacity: number;
  private readonly ghostCapacity: number;
  private readonly threshold: number;
  private readonly sizes: Float64Array | null;
  /** Bytes by id as they were on insertion, kept for ghosts too; null when every id counts as one. */
  private readonly weight: Float64Array | null;
  private readonly where: Uint8Array;
  /** Hits since the id entered its queue. */
  private readonly freq: Uint8Array;
  private readonly fifo: IdList;
  private readonly main: IdList;
  private readonly ghost: IdList;
  private readonly leaving: IdList;
  private mainLength = 0;
  private ghostLength = 0;

  constructor(context: EvictionContext, small: number, ghost: number, threshold: number) {
    const { capacity, universe, sizes } = context;
    this.fifoCapacity = Math.max(1, Math.floor(small * capacity));
    this.mainCapacity = Math.max(1, capacity - this.fifoCapacity);
    this.ghostCapacity = Math.floor(ghost * capacity);
    this.threshold = threshold;
    this.sizes = sizes;
    this.weight = sizes && new Float64Array(universe);
    if (sizes) this.accepts = incoming => sizes[incoming]! <= this.fifoCapacity;
    this.where = new Uint8Array(universe);
    this.freq = new Uint8Array(universe);
    const links = new Links(universe, 4);
    this.fifo = links.list();
    this.main = links.list();
    this.ghost = links.list();
    this.leaving = links.list();
  }

  hit(id: number): void {
    const { where, freq } = this;
    if (where[id] === LEAVING) {
      // `victim` has promoted another, and nobody was evicted after all.
      this.leaving.unlink(id);
      this.enterFifo(id);
    } else if (freq[id]! < (where[id] === MAIN ? MAX_FREQ : this.threshold)) freq[id]!++;
  }

  victim(_incoming: number): number {
    const { fifo, freq, leaving } = this;
    while (leaving.empty && !fifo.empty) {
      const tail = fifo.tail;
      if (freq[tail]! < this.threshold) return tail;
      fifo.unlink(tail);
      this.enterMain(tail);
    }
    return leaving.empty ? this.hand() : leaving.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const remember = this.where[victim] === FIFO;
    this.remove(victim);
    if (remember) {
      this.where[victim] = GHOST;
      this.ghostLength += this.weigh(victim);
      this.ghost.pushHead(victim);
    }
    return victim;
  }

  insert(id: number): void {
    const remembered = this.where[id] === GHOST;
    if (remembered) this.forget(id);
    // Only now, because the newcomer itself must not count among the ghosts that its evictions push out.
    while (this.ghostLength > this.ghostCapacity) this.forget(this.ghost.tail);
    if (this.weight) this.weight[id] = this.sizes![id]!;
    if (remembered) this.enterMain(id);
    else this.enterFifo(id);
  }

  surplus(): number {
    if (this.leaving.empty) return -1;
    const { tail } = this.leaving;
    this.remove(tail);
    return tail;
  }

  remove(id: number): void {
    if (this.where[id] === MAIN) this.mainLength -= this.weigh(id);
    this.where[id] = NONE;
    this.fifo.unlink(id);
  }

  remembers(id: number): boolean {
    return this.where[id] !== NONE;
  }

  private enterFifo(id: number): void {
    this.where[id] = FIFO;
    this.freq[id] = 0;
    this.fifo.pushHead(id);
  }

  private enterMain(id: number): void {
    const { main } = this;
    while (!main.empty && this.mainLength + this.weigh(id) > this.mainCapacity) {
      const victim = this.hand();
      this.remove(victim);
      this.where[victim] = LEAVING;
      this.leaving.pushHead(victim);
    }
    this.where[id] = MAIN;
    this.freq[id] = 0;
    this.mainLength += this.weigh(id);
    main.pushHead(id);
  }

  /** Passes over those that were hit, at the price of one hit, up to one that was not. */
  private hand(): number {
    const { main, freq } = this;
    let tail = main.tail;
    while (freq[tail]! > 0) {
      freq[tail]!--;
      main.moveToHead(tail);
      tail = main.tail;
    }
    return tail;
  }

  private forget(ghost: number): void {
    this.where[ghost] = NONE;
    this.ghostLength -= this.weigh(ghost);
    this.ghost.unlink(ghost);
  }

  private weigh(id: number): number {
    return this.weight ? this.weight[id]! : 1;
  }

  inspect(): PolicyPart[] {
    const freq = (id: number) => this.freq[id]!;
    return [
      residentsIn('small', this.fifo, freq),
      residentsIn('main', this.main, freq),
      residentsIn('leaving', this.leaving),
      ghostsIn('ghost', this.ghost),
    ];
  }
}

export const qdlp = defineEviction({
  name: 'qdlp',
  summary: 'Quick demotion, lazy promotion: a small FIFO queue before a CLOCK, with a ghost queue to correct mistakes',
  about:
    'Newcomers enter a small FIFO queue, from whose end only what was hit moves to the main queue, a CLOCK of a fixed ' +
    'share; what leaves without a hit is remembered, and enters the main queue when it returns. One-hit wonders leave soon ' +
    'and hits move nothing. It suits skewed traffic, as S3-FIFO does; where recency matters, a tenth of the cache is little ' +
    'to be noticed in.',
  paper: {
    authors: 'J. Yang, Z. Qiu, Y. Zhang, Y. Yue, K. V. Rashmi',
    title: 'FIFO can be better than LRU: the power of lazy promotion and quick demotion',
    venue: 'HotOS',
    year: 2023,
  },
  parameters: {
    small: { type: 'number', default: 0.1, min: 0, max: 1, summary: 'share of the small queue; at least one entry' },
    ghost: { type: 'number', default: 0.9, min: 0, summary: 'length of the ghost queue, as a share of the capacity' },
    threshold: {
      type: 'integer',
      default: 1,
      min: 1,
      max: 255,
      summary: 'hits in the small queue that lead to the main queue',
    },
  },
  capabilities: { sized: true, ghosts: true },
  mostRemembered: (capacity, { ghost }) => Math.floor(ghost * capacity),
  create: (context, { small, ghost, threshold }) => new Qdlp(context, small, ghost, threshold),
});
