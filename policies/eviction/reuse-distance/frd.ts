import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

const UNKNOWN = 0;
/** Resident in the filter stack, without a history block. */
const FILTER = 1;
/** Resident in the filter stack, with a history block in the reuse distance stack. */
const FILTER_WITH_HISTORY = 2;
/** Resident in the reuse distance stack. */
const MAIN = 3;
/** Not resident; its history block is in the reuse distance stack. */
const HISTORY = 4;

/**
 * Filtering-based buffer cache. Newcomers pass through a short LRU stack, the filter, while a history block in the reuse
 * distance stack stands for each of them. A block that is requested after the filter has let it go, but before its history
 * has left, has a long reuse distance that is still within reach: it becomes resident in the reuse distance stack, in place
 * of the oldest one there. So bursts of uses count as one, and neither they nor scans reach the main space. The bottom of the
 * reuse distance stack is always a resident block: history older than that is removed.
 */
class Frd implements EvictionPolicy {
  private readonly mainCapacity: number;
  private readonly status: Uint8Array;
  private readonly filter: IdList;
  /** The reuse distance stack: resident and history blocks by recency. */
  private readonly main: IdList;
  private mainLength = 0;
  /** Until the first eviction both stacks are filled with newcomers that leave no history. */
  private warm = false;

  constructor({ capacity, universe }: EvictionContext, main: number) {
    this.mainCapacity = Math.min(capacity - 1, Math.floor(main * capacity));
    this.status = new Uint8Array(universe);
    this.filter = new Links(universe, 1).list();
    this.main = new Links(universe, 1).list();
  }

  hit(id: number): void {
    const { status, filter, main } = this;
    if (status[id] === MAIN) {
      const bottom = main.tail === id;
      main.moveToHead(id);
      if (bottom) this.prune();
      return;
    }
    filter.moveToHead(id);
    if (status[id] === FILTER_WITH_HISTORY) main.unlink(id);
    main.pushHead(id);
    status[id] = FILTER_WITH_HISTORY;
  }

  victim(incoming: number): number {
    const fromMain = this.filter.empty || (this.status[incoming] === HISTORY && this.mainLength > 0);
    return fromMain ? this.main.tail : this.filter.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const remembered = this.status[victim] === FILTER_WITH_HISTORY;
    if (remembered) {
      this.filter.unlink(victim);
      this.status[victim] = HISTORY;
    } else this.remove(victim);
    this.warm = true;
    return victim;
  }

  insert(id: number): void {
    const { status, filter, main } = this;
    if (status[id] === HISTORY) main.unlink(id);
    if (this.mainLength < this.mainCapacity) {
      main.pushHead(id);
      status[id] = MAIN;
      // The first one; history that the filter has left meanwhile is older than it.
      if (this.mainLength++ === 0) this.prune();
      return;
    }
    filter.pushHead(id);
    status[id] = this.warm ? FILTER_WITH_HISTORY : FILTER;
    if (this.warm) main.pushHead(id);
  }

  remove(id: number): void {
    const { status, filter, main } = this;
    const was = status[id];
    status[id] = UNKNOWN;
    if (was !== MAIN) filter.unlink(id);
    if (was === FILTER) return;
    main.unlink(id);
    if (was === MAIN) {
      this.mainLength--;
      this.prune();
    }
  }

  remembers(id: number): boolean {
    return this.status[id] !== UNKNOWN;
  }

  /** Takes history off the bottom of the reuse distance stack until a resident block is there. */
  private prune(): void {
    const { main, status } = this;
    for (let bottom = main.tail; bottom !== main.sentinel && status[bottom] !== MAIN; bottom = main.tail) {
      main.unlink(bottom);
      status[bottom] = status[bottom] === HISTORY ? UNKNOWN : FILTER;
    }
  }
}

export const frd = defineEviction({
  name: 'frd',
  summary:
    'Filtering-based buffer cache: what returns after the filter let it go has a reuse distance worth keeping it for',
  about:
    'A short LRU filter takes in every newcomer; only what is requested again after leaving it, while its history is ' +
    'kept, becomes resident in the main space, an LRU stack of its own. One-hit wonders and correlated uses never get ' +
    'there, so it wins on scans and loops; a hot set that moves on is followed slowly, as main entries leave only for others.',
  paper: {
    authors: 'S. Park, C. Park',
    title: 'FRD: a filtering based buffer cache algorithm that considers both frequency and reuse distance',
    venue: 'MSST',
    year: 2017,
  },
  parameters: {
    main: {
      type: 'number',
      default: 0.9,
      min: 0,
      max: 1,
      summary: 'share of the reuse distance stack; the filter has at least one entry',
    },
  },
  capabilities: { ghosts: true },
  // History goes only when the block at the bottom of the stack is used, and a scan need not use it.
  mostRemembered: () => Number.POSITIVE_INFINITY,
  create: (context, { main }) => new Frd(context, main),
});
