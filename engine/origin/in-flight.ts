import { PriorityHeap } from '../../policies/structures/priority-heap.ts';

/** What a fetch is for. */
export const DEMAND = 0;
export const PREFETCH = 1;
export const REFRESH = 2;

const NONE = -1;

/** One fetch under way. Records are used again, so a run makes as many as were ever under way at once. */
export class Fetch {
  id = 0;
  kind = DEMAND;
  /** What enters the cache when the fetch is done; bytes, or 1 where capacities count entries; seconds, or `NO_TTL`. */
  type = 0;
  priority = 0;
  size = 0;
  ttl = 0;
  /** Seconds. */
  doneAt = 0;
  /** False once the data changed at the origin: what was asked for before must not enter the cache. */
  wanted = true;
  /** Which of two that are done at the same time began first. */
  turn = 0;
  /** Record of the fetch for the same id that began before this one and is under way too. */
  earlier = NONE;

  carry(type: number, priority: number, size: number, ttl: number): void {
    this.type = type;
    this.priority = priority;
    this.size = size;
    this.ttl = ttl;
  }
}

/** Fetches from the origin that are under way, in the order in which they will be done. */
export class InFlight {
  /** Seconds: when the next one is done; `Infinity` when none is under way. */
  nextDone = Number.POSITIVE_INFINITY;
  /** How many are under way, and the most that were at once. */
  count = 0;
  peak = 0;
  private readonly fetches: Fetch[] = [];
  /** Records that are free. */
  private readonly free: number[] = [];
  /** Over records. */
  private heap = new PriorityHeap(16);
  private room = 16;
  private turn = 0;
  /** By id: the record of the fetch that began last. */
  private readonly latest: Int32Array;

  constructor(universe: number) {
    this.latest = new Int32Array(universe).fill(NONE);
  }

  /** The fetch of an id that began last, if its result is still wanted. */
  of(id: number): Fetch | null {
    const record = this.latest[id]!;
    if (record === NONE) return null;
    const fetch = this.fetches[record]!;
    return fetch.wanted ? fetch : null;
  }

  /**
   * @param doneAt seconds
   * @returns its record; the caller says what it carries
   */
  begin(id: number, kind: number, doneAt: number): Fetch {
    const record = this.free.pop() ?? this.newRecord();
    const fetch = this.fetches[record]!;
    fetch.id = id;
    fetch.kind = kind;
    fetch.doneAt = doneAt;
    fetch.wanted = true;
    fetch.turn = this.turn++;
    fetch.earlier = this.latest[id]!;
    this.latest[id] = record;
    this.heap.insert(record, doneAt, fetch.turn);
    this.count++;
    if (this.count > this.peak) this.peak = this.count;
    if (doneAt < this.nextDone) this.nextDone = doneAt;
    return fetch;
  }

  /** Takes out the one that is done first; good until another begins. */
  take(): Fetch {
    const record = this.heap.root;
    this.heap.remove(record);
    this.free.push(record);
    this.count--;
    this.nextDone = this.heap.empty ? Number.POSITIVE_INFINITY : this.fetches[this.heap.root]!.doneAt;
    const fetch = this.fetches[record]!;
    this.unchain(fetch, record);
    return fetch;
  }

  /** The data of an id changed: nobody joins its fetches any more, and they bring nothing into the cache. */
  forsake(id: number): void {
    for (let record = this.latest[id]!; record !== NONE; record = this.fetches[record]!.earlier)
      this.fetches[record]!.wanted = false;
  }

  private unchain(fetch: Fetch, record: number): void {
    if (this.latest[fetch.id] === record) {
      this.latest[fetch.id] = fetch.earlier;
      return;
    }
    let later = this.fetches[this.latest[fetch.id]!]!;
    while (later.earlier !== record) later = this.fetches[later.earlier]!;
    later.earlier = fetch.earlier;
  }

  private newRecord(): number {
    const record = this.fetches.length;
    if (record === this.room) {
      this.room *= 2;
      this.heap = new PriorityHeap(this.room);
      // A record is made when none is free, so all are under way.
      for (const [each, { doneAt, turn }] of this.fetches.entries()) this.heap.insert(each, doneAt, turn);
    }
    this.fetches.push(new Fetch());
    return record;
  }
}
