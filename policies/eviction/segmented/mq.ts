import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ghostsIn, type PolicyPart, residentsIn } from '../inspection.ts';

// Where an id stands, if not in Q0, Q1, …, which are numbered from 0.
const OUT = 254;
const NOWHERE = 255;

/** Reference counts end at 2^30: no more queues could be told apart. */
const MOST_QUEUES = 31;
const MOST_REFERENCES = 2 ** (MOST_QUEUES - 1);

/**
 * Multi-queue. An entry that was referenced f times stands in the LRU queue Qk, k = log2(f) but at most m - 1, and lives there
 * for lifeTime requests after its last reference: when they are over it falls to the queue below, at most one entry of each
 * queue after every request. The tail of the lowest queue is evicted; the FIFO queue Qout remembers how often it was referenced,
 * so that it resumes its place if it comes back soon.
 */
class MultiQueue implements EvictionPolicy {
  private readonly queues: readonly IdList[];
  private readonly qout: IdList;
  private readonly where: Uint8Array;
  /** By id, kept while Qout remembers it. */
  private readonly references: Int32Array;
  private readonly expireTime: Float64Array;
  private readonly lifeTime: number;
  /** In requests. */
  private currentTime = 0;
  private readonly sizes: Float64Array | null;
  /** Bytes that an id in Qout counts for: those of the entry that it was, whatever its newcomer weighs. */
  private readonly ghostSizes: Float64Array | null;
  private readonly maxOut: number;
  private sizeOut = 0;

  constructor(context: EvictionContext, m: number, lifeTime: number, out: number) {
    const { capacity, universe, sizes } = context;
    const links = new Links(universe, m + 1);
    this.queues = Array.from({ length: m }, () => links.list());
    this.qout = links.list();
    this.where = new Uint8Array(universe).fill(NOWHERE);
    this.references = new Int32Array(universe);
    this.expireTime = new Float64Array(universe);
    this.lifeTime = lifeTime;
    this.sizes = sizes;
    this.ghostSizes = sizes && new Float64Array(universe);
    this.maxOut = Math.floor(capacity * out);
  }

  hit(id: number): void {
    this.queues[this.where[id]!]!.unlink(id);
    this.refer(id);
  }

  victim(_incoming: number): number {
    let k = 0;
    while (this.queues[k]!.empty) k++;
    return this.queues[k]!.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const size = this.sizes ? this.sizes[victim]! : 1;
    if (size > this.maxOut) this.remove(victim);
    else {
      this.queues[this.where[victim]!]!.unlink(victim);
      this.where[victim] = OUT;
      this.qout.pushHead(victim);
      if (this.ghostSizes) this.ghostSizes[victim] = size;
      this.sizeOut += size;
    }
    return victim;
  }

  insert(id: number): void {
    if (this.where[id] === OUT) this.leaveOut(id);
    // Only now, because the newcomer itself must not count among the ids that its evictions push out of Qout.
    while (this.sizeOut > this.maxOut) this.forget(this.qout.tail);
    this.refer(id);
  }

  remove(id: number): void {
    this.qout.unlink(id);
    this.where[id] = NOWHERE;
    this.references[id] = 0;
  }

  remembers(id: number): boolean {
    return this.where[id] !== NOWHERE;
  }

  private refer(id: number): void {
    const references = Math.min(this.references[id]! + 1, MOST_REFERENCES);
    this.references[id] = references;
    this.enter(id, Math.min(31 - Math.clz32(references), this.queues.length - 1));
    this.currentTime++;
    this.adjust();
  }

  /** Lets the tails fall whose life is over. */
  private adjust(): void {
    const { queues, expireTime, currentTime } = this;
    for (let k = 1; k < queues.length; k++) {
      const queue = queues[k]!;
      const tail = queue.tail;
      if (tail === queue.sentinel || expireTime[tail]! >= currentTime) continue;
      queue.unlink(tail);
      this.enter(tail, k - 1);
    }
  }

  private enter(id: number, k: number): void {
    this.queues[k]!.pushHead(id);
    this.where[id] = k;
    this.expireTime[id] = this.currentTime + this.lifeTime;
  }

  private leaveOut(id: number): void {
    this.qout.unlink(id);
    this.sizeOut -= this.ghostSizes ? this.ghostSizes[id]! : 1;
  }

  private forget(id: number): void {
    this.leaveOut(id);
    this.where[id] = NOWHERE;
    this.references[id] = 0;
  }

  inspect(): PolicyPart[] {
    const references = (id: number) => this.references[id]!;
    const queues = this.queues.map((queue, level) => residentsIn(`Q${level}`, queue, references)).reverse();
    return [...queues, ghostsIn('Qout', this.qout)];
  }
}

export const mq = defineEviction({
  name: 'mq',
  aliases: ['multi-queue'],
  summary: 'Multi-queue: LRU queues for 1, 2, 4, … references, which an entry climbs by use and falls down by idleness',
  about:
    'Queues for entries referenced once, twice, four times and so on; an entry left alone for its life time falls by ' +
    'one queue, and the lowest queue gives way. Evicted ids are remembered with their counts. It was made for ' +
    'second-level caches, where the reuse that is left is far apart and frequency tells more than recency; its life ' +
    'time must suit the workload, and a short one makes it LRU.',
  paper: {
    authors: 'Y. Zhou, J. F. Philbin, K. Li',
    title: 'The multi-queue replacement algorithm for second level buffer caches',
    venue: 'USENIX Annual Technical Conference',
    year: 2001,
  },
  parameters: {
    queues: {
      type: 'integer',
      default: 8,
      min: 1,
      max: MOST_QUEUES,
      summary: 'm: number of queues; the last holds all that were referenced 2^(m - 1) times or more',
    },
    lifetime: {
      type: 'integer',
      default: 75,
      min: 0,
      summary: 'lifeTime: requests without a reference after which an entry falls by one queue',
    },
    out: {
      type: 'number',
      default: 0.5,
      min: 0,
      summary: 'room in Qout for evicted ids and their counts, as a multiple of the capacity',
    },
  },
  capabilities: { sized: true, ghosts: true },
  mostRemembered: (capacity, { out }) => Math.floor(out * capacity),
  create: (context, values) => new MultiQueue(context, values.queues, values.lifetime, values.out),
});
