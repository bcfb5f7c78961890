import type { Requests } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import type { Latency } from '../latency.ts';
import type { Background, Prefetcher } from '../prediction/prefetcher.ts';
import { DEMAND, type Fetch, InFlight, PREFETCH, REFRESH } from './in-flight.ts';
import { LastRecords } from './last-records.ts';
import { Servers } from './servers.ts';

export interface OriginParts {
  readonly hierarchy: Hierarchy;
  readonly universe: number;
  readonly configuration: Configuration;
  /** Of a fetch, from the origin's own stream. */
  readonly latency: Latency;
}

/**
 * The origin behind a simulated cache, where fetches take time. A request that misses while the same data is on its way waits for
 * it (a delayed hit: Atre, Sherry, Wang and Berger, SIGCOMM 2020), or, in a stampede, asks the origin again. What was fetched
 * enters the cache when the fetch is done, unless the data was set or deleted meanwhile.
 */
export class Origin implements Background {
  /** Seconds: before this nothing happens by itself. */
  nextDue = Number.POSITIVE_INFINITY;
  /** Misses that waited for a fetch that was under way already. */
  delayedHits = 0;
  /** Fetches that a client began although one for the same data was under way. */
  doubledFetches = 0;
  /** Fetches that began because an entry was answered that had expired, and those that began ahead of demand. */
  revalidations = 0;
  fetchesAhead = 0;
  /** Fetches that began, for demand and ahead of it; and the bytes that they carry, 0 for a workload without sizes. */
  fetches = 0;
  fetchedBytes = 0;
  private prefetcher: Prefetcher | null = null;
  private readonly inFlight: InFlight;
  private readonly hierarchy: Hierarchy;
  private readonly latency: Latency;
  private readonly servers: Servers | null;
  /** Fetches under way or in line from which on prediction adds none. */
  private room = 0;
  private readonly coalesces: boolean;
  private readonly fills: boolean;
  private readonly sized: boolean;
  /** What records last said of each id; made when prediction needs it. */
  private records: LastRecords | null = null;
  private now = Number.NEGATIVE_INFINITY;

  constructor({ hierarchy, universe, configuration, latency }: OriginParts) {
    this.hierarchy = hierarchy;
    this.latency = latency;
    this.inFlight = new InFlight(universe);
    this.coalesces = configuration.inflight === 'coalesce';
    this.fills = configuration.fill !== 'none';
    this.sized = configuration.unit === 'bytes';
    this.servers = configuration.originConcurrency === null ? null : new Servers(configuration.originConcurrency);
  }

  /**
   * From now on data is fetched ahead of demand too.
   * @param room how many fetches may be under way or wait for a server when one is added
   */
  attach(prefetcher: Prefetcher, requests: Pick<Requests, 'universe' | 'columns'>, room: number): void {
    this.prefetcher = prefetcher;
    this.room = room;
    this.records = new LastRecords(requests);
  }

  /** The most fetches that were under way at once. */
  get peak(): number {
    return this.inFlight.peak;
  }

  /** Whatever is due by then happens, each at its own time. */
  advance(now: number): void {
    const { inFlight, prefetcher, hierarchy } = this;
    for (;;) {
      const wakeAt = prefetcher ? prefetcher.wakeTime : Number.POSITIVE_INFINITY;
      const due = Math.min(inFlight.nextDone, wakeAt);
      this.nextDue = due;
      if (!(due <= now)) break;
      this.now = due;
      hierarchy.advance(due);
      if (inFlight.nextDone <= wakeAt) this.arrive(inFlight.take());
      else prefetcher!.wake(due);
    }
    // A clock that steps back stands still until it has caught up, as the hierarchy's does.
    if (now > this.now) this.now = now;
  }

  /**
   * A get missed.
   * @param bytes 0 for a workload without sizes
   * @returns milliseconds until its data is there
   */
  miss(id: number, type: number, priority: number, bytes: number, ttl: number): number {
    const before = this.fetches;
    const fetch = this.demand(id, type, priority, bytes, ttl);
    if (this.fetches === before) this.delayedHits++;
    return 1e3 * (fetch.doneAt - this.now);
  }

  /** A get was answered by an entry that had expired: its data is fetched again, and nobody waits. */
  revalidate(id: number, type: number, priority: number, bytes: number, ttl: number): void {
    const before = this.fetches;
    this.demand(id, type, priority, bytes, ttl);
    if (this.fetches > before) this.revalidations++;
  }

  /** With prediction, a record was read: what it says of an id may be needed to fetch it ahead. */
  note(id: number, type: number, priority: number, bytes: number, ttl: number): void {
    this.records!.note(id, type, priority, bytes, ttl);
  }

  /** An id was set or deleted: what is under way for it is out of date. */
  changed(id: number): void {
    if (this.inFlight.count === 0) return;
    if (this.prefetcher) {
      const fetch = this.inFlight.of(id);
      if (fetch && fetch.kind !== DEMAND) this.prefetcher.forsaken(id);
    }
    this.inFlight.forsake(id);
  }

  underWay(id: number): boolean {
    return this.inFlight.of(id) !== null;
  }

  fetchAhead(id: number, refresh: boolean): boolean {
    const records = this.records!;
    if (this.inFlight.count >= this.room) return false;
    // The size of what was never asked for is not known, so no level can tell whether it fits.
    if (this.sized && !records.knows(id)) return false;
    const fetch = this.begin(id, refresh ? REFRESH : PREFETCH, records.bytesOf(id));
    this.fetchesAhead++;
    fetch.carry(records.typeOf(id), records.priorityOf(id), this.sized ? records.bytesOf(id) : 1, records.ttlOf(id));
    return true;
  }

  restartCounters(): void {
    this.delayedHits = 0;
    this.doubledFetches = 0;
    this.revalidations = 0;
    this.fetchesAhead = 0;
    this.fetches = 0;
    this.fetchedBytes = 0;
    this.inFlight.peak = this.inFlight.count;
    if (this.prefetcher) this.prefetcher.restartCounters();
  }

  /** The fetch that brings what a client asked for: one that is under way already, or another. */
  private demand(id: number, type: number, priority: number, bytes: number, ttl: number): Fetch {
    const size = this.sized ? bytes : 1;
    const underWay = this.inFlight.of(id);
    if (underWay) {
      if (underWay.kind !== DEMAND) this.prefetcher!.late(id);
      if (this.coalesces && (this.fills || underWay.kind !== DEMAND)) {
        if (this.fills) {
          underWay.kind = DEMAND;
          underWay.carry(type, priority, size, ttl);
        }
        return underWay;
      }
      this.doubledFetches++;
    }
    const fetch = this.begin(id, DEMAND, bytes);
    fetch.carry(type, priority, size, ttl);
    return fetch;
  }

  private begin(id: number, kind: number, bytes: number): Fetch {
    const seconds = 1e-3 * (this.latency.sample() + this.latency.msPerByte * bytes);
    const start = this.servers ? this.servers.take(this.now, seconds) : this.now;
    const fetch = this.inFlight.begin(id, kind, start + seconds);
    if (fetch.doneAt < this.nextDue) this.nextDue = fetch.doneAt;
    this.fetches++;
    this.fetchedBytes += bytes;
    return fetch;
  }

  private arrive({ id, kind, wanted, type, priority, size, ttl }: Fetch): void {
    if (!wanted) return;
    if (kind === DEMAND) {
      if (this.fills) this.hierarchy.fill(id, type, priority, size, ttl);
    } else this.prefetcher!.arrived(id, type, size, ttl);
  }
}
