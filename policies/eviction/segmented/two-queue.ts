import { Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ghostsIn, type PolicyPart, residentsIn } from '../inspection.ts';

// Which queue an id stands in.
const NONE = 0;
const IN = 1;
const OUT = 2;
const MAIN = 3;

/**
 * 2Q, the paper's full version. Newcomers pass through the FIFO queue A1in, where hits change nothing; what leaves it is
 * remembered in A1out, a FIFO queue of ghosts; what is requested while remembered there goes to Am, an LRU list. A page that is
 * used several times within a short while only, or once in a scan, never reaches Am.
 */
class TwoQueue implements EvictionPolicy {
  private readonly a1in;
  private readonly a1out;
  private readonly am;
  private readonly queue;
  private readonly sizes;
  /** Bytes that a ghost counts for: those of the entry that it remembers, whatever its newcomer weighs. */
  private readonly ghostSizes;
  private readonly kin: number;
  private readonly kout: number;
  private inSize = 0;
  private outSize = 0;
  /** A newcomer that has left A1out while room is made for it, so that its own ghost does not crowd out another. */
  private recalled = -1;

  constructor(context: EvictionContext, inShare: number, outShare: number) {
    const links = new Links(context.universe, 3);
    this.a1in = links.list();
    this.a1out = links.list();
    this.am = links.list();
    this.queue = new Uint8Array(context.universe);
    this.sizes = context.sizes;
    this.ghostSizes = context.sizes === null ? null : new Float64Array(context.universe);
    this.kin = Math.max(1, Math.floor(context.capacity * inShare));
    this.kout = Math.max(1, Math.floor(context.capacity * outShare));
  }

  hit(id: number): void {
    if (this.queue[id] === MAIN) this.am.moveToHead(id);
  }

  victim(_incoming: number): number {
    return this.inSize > this.kin || this.am.empty ? this.a1in.tail : this.am.tail;
  }

  evict(incoming: number): number {
    if (this.queue[incoming] === OUT) this.recall(incoming);
    const victim = this.victim(incoming);
    const wasIn = this.queue[victim] === IN;
    this.remove(victim);
    if (wasIn) this.remember(victim);
    return victim;
  }

  insert(id: number): void {
    if (this.queue[id] === OUT) this.recall(id);
    if (this.recalled === id) {
      this.am.pushHead(id);
      this.queue[id] = MAIN;
    } else {
      this.a1in.pushHead(id);
      this.queue[id] = IN;
      this.inSize += this.sizes === null ? 1 : this.sizes[id]!;
    }
    this.recalled = -1;
  }

  remove(id: number): void {
    this.am.unlink(id);
    if (this.queue[id] === IN) this.inSize -= this.sizes === null ? 1 : this.sizes[id]!;
    this.queue[id] = NONE;
  }

  remembers(id: number): boolean {
    return this.queue[id] !== NONE || this.recalled === id;
  }

  private remember(id: number): void {
    const size = this.sizes === null ? 1 : this.sizes[id]!;
    if (size > this.kout) return;
    if (this.ghostSizes !== null) this.ghostSizes[id] = size;
    this.outSize += size;
    while (this.outSize > this.kout) this.forget(this.a1out.tail);
    this.a1out.pushHead(id);
    this.queue[id] = OUT;
  }

  private recall(id: number): void {
    this.forget(id);
    this.recalled = id;
  }

  private forget(id: number): void {
    this.a1out.unlink(id);
    this.queue[id] = NONE;
    this.outSize -= this.ghostSizes === null ? 1 : this.ghostSizes[id]!;
  }

  inspect(): PolicyPart[] {
    return [residentsIn('Am', this.am), residentsIn('A1in', this.a1in), ghostsIn('A1out', this.a1out)];
  }
}

export const twoQueue = defineEviction({
  name: '2q',
  aliases: ['two-queue'],
  summary:
    'Two queues: newcomers pass through a short FIFO queue; only what is asked for again after it enters the LRU list',
  about:
    'Newcomers pass through a FIFO queue A1in; what is asked for again soon after it has left it (its id is ' +
    'remembered in A1out) enters Am, an LRU list. Entries used in one burst never reach Am, so scans and correlated ' +
    'uses do not flush it; the two queue lengths are fixed and suit one mix of workloads.',
  paper: {
    authors: 'T. Johnson, D. Shasha',
    title: '2Q: a low overhead high performance buffer management replacement algorithm',
    venue: 'VLDB',
    year: 1994,
  },
  parameters: {
    in: {
      type: 'number',
      default: 0.25,
      min: 0,
      max: 1,
      summary: 'Kin: share of the capacity that A1in keeps while Am is not empty, at least one entry',
    },
    out: {
      type: 'number',
      default: 0.5,
      min: 0,
      summary: 'Kout: room for ghosts in A1out as a share of the capacity, at least one entry',
    },
  },
  capabilities: { sized: true, ghosts: true },
  mostRemembered: (capacity, { out }) => Math.max(1, Math.floor(out * capacity)),
  create: (context, values) => new TwoQueue(context, values.in, values.out),
});
