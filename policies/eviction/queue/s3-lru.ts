import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ghostsIn, type PolicyPart, residentsIn } from '../inspection.ts';

/** Which list holds an id. */
const NONE = 0;
const S = 1;
const M = 2;
const G = 3;

/**
 * S3-FIFO with LRU lists in place of its queues. Newcomers enter the small list S; a hit there, or as many as the threshold says, moves
 * to the main list M at once. What leaves S is remembered in the ghost list G, and a newcomer that G remembers enters M. S gives way
 * while M is within its own share, else the tail of M does, which is not remembered. With sizes all lengths are bytes.
 */
class S3Lru implements EvictionPolicy {
  /** Only with sizes: what is larger than S could never enter. */
  readonly accepts?: (incoming: number) => boolean;
  private readonly sCapacity: number;
  private readonly mCapacity: number;
  private readonly gCapacity: number;
  private readonly threshold: number;
  private readonly sizes: Float64Array | null;
  /** Bytes by id as they were on insertion, kept for ghosts too; null when every id counts as one. */
  private readonly weight: Float64Array | null;
  private readonly where: Uint8Array;
  /** Hits in S. */
  private readonly freq: Uint8Array;
  private readonly s: IdList;
  private readonly m: IdList;
  private readonly g: IdList;
  private mLength = 0;
  private gLength = 0;

  constructor(context: EvictionContext, small: number, ghost: number, threshold: number) {
    const { capacity, universe, sizes } = context;
    this.sCapacity = Math.max(1, Math.floor(small * capacity));
    this.mCapacity = Math.max(1, capacity - this.sCapacity);
    this.gCapacity = Math.floor(ghost * capacity);
    this.threshold = threshold;
    this.sizes = sizes;
    this.weight = sizes && new Float64Array(universe);
    if (sizes) this.accepts = incoming => sizes[incoming]! <= this.sCapacity;
    this.where = new Uint8Array(universe);
    this.freq = new Uint8Array(universe);
    const links = new Links(universe, 3);
    this.s = links.list();
    this.m = links.list();
    this.g = links.list();
  }

  hit(id: number): void {
    if (this.where[id] === M) this.m.moveToHead(id);
    else if (++this.freq[id]! < this.threshold) this.s.moveToHead(id);
    else {
      this.s.unlink(id);
      this.enterMain(id);
    }
  }

  victim(_incoming: number): number {
    return this.mLength > this.mCapacity || this.s.empty ? this.m.tail : this.s.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const remember = this.where[victim] === S;
    this.remove(victim);
    if (remember) {
      this.where[victim] = G;
      this.gLength += this.weigh(victim);
      this.g.pushHead(victim);
    }
    return victim;
  }

  insert(id: number): void {
    const remembered = this.where[id] === G;
    if (remembered) this.forget(id);
    // Only now, because the newcomer itself must not count among the ghosts that its evictions push out.
    while (this.gLength > this.gCapacity) this.forget(this.g.tail);
    if (this.weight) this.weight[id] = this.sizes![id]!;
    this.freq[id] = 0;
    if (remembered) this.enterMain(id);
    else {
      this.where[id] = S;
      this.s.pushHead(id);
    }
  }

  remove(id: number): void {
    if (this.where[id] === M) this.mLength -= this.weigh(id);
    this.where[id] = NONE;
    this.s.unlink(id);
  }

  remembers(id: number): boolean {
    return this.where[id] !== NONE;
  }

  private enterMain(id: number): void {
    this.where[id] = M;
    this.mLength += this.weigh(id);
    this.m.pushHead(id);
  }

  private forget(ghost: number): void {
    this.where[ghost] = NONE;
    this.gLength -= this.weigh(ghost);
    this.g.unlink(ghost);
  }

  private weigh(id: number): number {
    return this.weight ? this.weight[id]! : 1;
  }

  inspect(): PolicyPart[] {
    return [residentsIn('S', this.s, id => this.freq[id]!), residentsIn('M', this.m), ghostsIn('G', this.g)];
  }
}

export const s3Lru = defineEviction({
  name: 's3-lru',
  aliases: ['s3lru'],
  summary: 'S3-FIFO with LRU lists: a small list filters newcomers, a main one keeps what is hit, by recency',
  about:
    'A small list filters newcomers: a hit moves an entry to the main list at once, the rest leaves soon and is ' +
    'remembered, to enter the main list when it returns. The main list is an LRU. It shows what the queues of ' +
    'S3-FIFO owe to their filter and what to their order: it filters one-hit wonders as well, and pays with a move for ' +
    'each hit.',
  paper: {
    authors: 'J. Yang, Y. Zhang, Z. Qiu, Y. Yue, K. V. Rashmi',
    title: 'FIFO queues are all you need for cache eviction',
    venue: 'SOSP',
    year: 2023,
  },
  parameters: {
    small: { type: 'number', default: 0.1, min: 0, max: 1, summary: 'share of the small list; at least one entry' },
    ghost: { type: 'number', default: 0.9, min: 0, summary: 'length of the ghost list, as a share of the capacity' },
    threshold: {
      type: 'integer',
      default: 1,
      min: 1,
      max: 255,
      summary: 'hits in the small list that lead to the main list',
    },
  },
  capabilities: { sized: true, ghosts: true },
  mostRemembered: (capacity, { ghost }) => Math.floor(ghost * capacity),
  create: (context, { small, ghost, threshold }) => new S3Lru(context, small, ghost, threshold),
});
