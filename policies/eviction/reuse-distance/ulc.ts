import type { IdList } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { residentLists } from '../resident-lists.ts';

/**
 * The order of ULC over all levels. The uniLRUstack is a column of request numbers, of residents and of others alike. Its last
 * yardstick is the resident requested longest ago; a newcomer takes its place if the previous request for it came later,
 * which is to say: if its last-locality distance (LLD) ends before the yardstick.
 */
class UnifiedLruStack implements EvictionPolicy {
  private readonly residents: IdList;
  /** By id: number of its last request, 0 if there was none. */
  private readonly last: Float64Array;
  private requests = 0;
  /** The newcomer whose request is counted already, or -1; and the request before that. */
  private seen = -1;
  private before = 0;

  constructor(context: EvictionContext) {
    [this.residents] = residentLists(context, 1) as [IdList];
    this.last = new Float64Array(context.universe);
  }

  hit(id: number): void {
    this.seen = -1;
    this.last[id] = ++this.requests;
    this.residents.moveToHead(id);
  }

  victim(incoming: number): number {
    this.see(incoming);
    const yardstick = this.residents.tail;
    return this.before > this.last[yardstick]! ? yardstick : incoming;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    // The request of a newcomer that is refused is over: the next one for it is a new one.
    if (victim === incoming) this.seen = -1;
    else this.residents.unlink(victim);
    return victim;
  }

  insert(id: number): void {
    this.see(id);
    this.seen = -1;
    this.residents.pushHead(id);
  }

  remove(id: number): void {
    this.residents.unlink(id);
    this.last[id] = 0;
  }

  /** A request before the yardstick's is as good as none. */
  remembers(id: number): boolean {
    const yardstick = this.residents.empty ? 0 : this.last[this.residents.tail]!;
    return this.last[id]! > yardstick;
  }

  private see(incoming: number): void {
    if (this.seen === incoming) return;
    this.seen = incoming;
    this.before = this.last[incoming]!;
    this.last[incoming] = ++this.requests;
  }
}

export const ulc = defineEviction({
  name: 'ulc',
  aliases: ['unified-level-aware'],
  summary: 'Evicts the least recently requested entry, for newcomers that were requested since; others are not cached',
  about:
    'A newcomer enters a full cache only if it was requested before, and since the entry that would leave: its distance between ' +
    'two requests must be shorter than what the cache can bridge. It is the order of ULC, to be used over all levels ' +
    '(residency unified:policy=ulc) with promotion ulc. Loops longer than the cache keep a part of it, and one-hit wonders never ' +
    'enter. As it compares distances, not frequencies, a changed hot set is let in at its second request.',
  paper: {
    authors: 'S. Jiang, X. Zhang',
    title:
      'ULC: a file block placement and replacement protocol to effectively exploit hierarchical locality in multi-level buffer caches',
    venue: 'ICDCS',
    year: 2004,
  },
  parameters: {},
  capabilities: { sized: true, ghosts: true },
  // Of an entry that is never asked for again, all requests since are remembered.
  mostRemembered: () => Number.POSITIVE_INFINITY,
  create: context => new UnifiedLruStack(context),
});
