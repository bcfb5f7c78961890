import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ghostsIn, type PolicyPart, residentsIn } from '../inspection.ts';

/** Which queue holds an id. */
const NONE = 0;
const S = 1;
const M = 2;
const G = 3;

/** Counters above this are worth no more in M (two bits). */
const MAX_FREQ = 3;

/**
 * Three static FIFO queues. Newcomers enter the small queue S; at its tail, entries requested often enough since move to the
 * main queue M, the others leave and are remembered in the ghost queue G, so that most one-hit wonders leave soon. A newcomer
 * that G remembers enters M at once. At the tail of M an entry with freq > 0 is reinserted with freq − 1. As in libCacheSim,
 * S gives way only when M is within its own share, so that a cold cache fills with S alone; its later versions let newcomers enter M
 * before the first eviction, once S has its share. With sizes all lengths are bytes.
 */
class S3Fifo implements EvictionPolicy {
  /** Only with sizes: what is larger than S could never enter. */
  readonly accepts?: (incoming: number) => boolean;
  private readonly sCapacity: number;
  private readonly mCapacity: number;
  private readonly gCapacity: number;
  private readonly threshold: number;
  private readonly maxFreq: number;
  private readonly sizes: Float64Array | null;
  /** Bytes by id as they were on insertion, kept for ghosts too; null when every id counts as one. */
  private readonly weight: Float64Array | null;
  private readonly where: Uint8Array;
  private readonly freq: Uint8Array;
  private readonly s: IdList;
  private readonly m: IdList;
  private readonly g: IdList;
  /** Whether newcomers enter M once S has its share: until somebody has to leave, and never unless asked to. */
  private fillsMain: boolean;
  private sLength = 0;
  private mLength = 0;
  private gLength = 0;
  /** The outcome of the last search, as long as nothing has touched it; else -1. */
  private candidate = -1;

  constructor(context: EvictionContext, small: number, ghost: number, threshold: number, fillsMain: boolean) {
    const { capacity, universe, sizes } = context;
    this.sCapacity = Math.max(1, Math.floor(small * capacity));
    this.mCapacity = Math.max(1, capacity - this.sCapacity);
    this.gCapacity = Math.floor(ghost * capacity);
    this.threshold = threshold;
    this.fillsMain = fillsMain;
    this.maxFreq = Math.max(MAX_FREQ, threshold);
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
    if (this.candidate === id) this.candidate = -1;
    if (this.freq[id]! < this.maxFreq) this.freq[id]!++;
  }

  victim(_incoming: number): number {
    if (this.candidate < 0) {
      const fromMain = this.mLength > this.mCapacity || this.s.empty;
      this.candidate = fromMain ? this.searchMain() : this.searchSmall();
    }
    return this.candidate;
  }

  evict(incoming: number): number {
    this.fillsMain = false;
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
    if (remembered || (this.fillsMain && this.sLength >= this.sCapacity)) this.enterMain(id);
    else {
      this.where[id] = S;
      this.sLength += this.weigh(id);
      this.s.pushHead(id);
    }
  }

  remove(id: number): void {
    if (this.candidate === id) this.candidate = -1;
    if (this.where[id] === M) this.mLength -= this.weigh(id);
    else this.sLength -= this.weigh(id);
    this.where[id] = NONE;
    this.s.unlink(id);
  }

  remembers(id: number): boolean {
    return this.where[id] !== NONE;
  }

  /** Moves the tails of S that were requested often enough to M, up to one that was not; if there is none, searches M. */
  private searchSmall(): number {
    const { s, freq } = this;
    while (!s.empty) {
      const tail = s.tail;
      if (freq[tail]! < this.threshold) return tail;
      freq[tail] = 0;
      s.unlink(tail);
      this.sLength -= this.weigh(tail);
      this.enterMain(tail);
    }
    return this.searchMain();
  }

  private searchMain(): number {
    const { m, freq } = this;
    let tail = m.tail;
    while (freq[tail]! > 0) {
      freq[tail] = Math.min(freq[tail]!, MAX_FREQ) - 1;
      m.moveToHead(tail);
      tail = m.tail;
    }
    return tail;
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
    const freq = (id: number) => this.freq[id]!;
    return [residentsIn('S', this.s, freq), residentsIn('M', this.m, freq), ghostsIn('G', this.g)];
  }
}

export const s3Fifo = defineEviction({
  name: 's3-fifo',
  aliases: ['s3fifo'],
  summary:
    'A small FIFO queue filters newcomers, a main one keeps those requested again, a ghost one corrects mistakes',
  about:
    'A small queue filters newcomers: only what is used again before it reaches the end moves to the main queue, ' +
    'the rest is remembered in a ghost queue. Most one-hit wonders leave soon, and the main queue is a CLOCK. It ' +
    'suits skewed traffic with many one-hit wonders; entries whose second use comes late are lost twice.',
  paper: {
    authors: 'J. Yang, Y. Zhang, Z. Qiu, Y. Yue, K. V. Rashmi',
    title: 'FIFO queues are all you need for cache eviction',
    venue: 'SOSP',
    year: 2023,
  },
  parameters: {
    small: { type: 'number', default: 0.1, min: 0, max: 1, summary: 'share of the small queue; at least one entry' },
    ghost: { type: 'number', default: 0.9, min: 0, summary: 'length of the ghost queue, as a share of the capacity' },
    threshold: {
      type: 'integer',
      default: 2,
      min: 1,
      max: 255,
      summary: 'hits in the small queue that lead to the main queue',
    },
    fill: {
      type: 'choice',
      choices: ['small', 'main'],
      default: 'small',
      summary: 'which queue a cold cache fills once the small one has its share',
    },
  },
  capabilities: { sized: true, ghosts: true },
  mostRemembered: (capacity, { ghost }) => Math.floor(ghost * capacity),
  create: (context, { small, ghost, threshold, fill }) => new S3Fifo(context, small, ghost, threshold, fill === 'main'),
});
