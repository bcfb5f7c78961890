import { type Batch, NO_TTL } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import type { Origin } from '../origin/origin.ts';
import type { Prefetcher } from '../prediction/prefetcher.ts';
import { NOT_COUNTED, STALE } from './answers.ts';
import type { Rig } from './rig.ts';
import { Sweeps } from './sweeps.ts';

/** Hands records to a hierarchy, one after the other, and notes who answers. */
export class Driver {
  /** Records so far; and how many came before the first that counts. */
  records = 0;
  firstCounted = 0;
  private gets = 0;
  private readonly hierarchy: Hierarchy;
  private readonly nextAccess: Int32Array | null;
  private readonly rate: number;
  private readonly sized: boolean;
  private readonly fills: boolean;
  private readonly warmup: number;
  /** Since the end of its lifetime that an entry is still answered; negative for never. */
  private readonly staleSeconds: number;
  private readonly sweeps: Sweeps | null;
  private readonly behind: Origin | null;
  private readonly prefetcher: Prefetcher | null;
  private answers = new Uint8Array(0);
  /** By record of the batch: milliseconds that a get which missed waited for its data; null where fetches take no time. */
  waits: Float64Array | null;

  constructor({ hierarchy, nextAccess, origin, prefetcher }: Rig, configuration: Configuration, warmup: number) {
    this.hierarchy = hierarchy;
    this.behind = origin;
    this.prefetcher = prefetcher;
    this.waits = origin ? new Float64Array(0) : null;
    this.nextAccess = nextAccess;
    this.rate = configuration.rate;
    this.sized = configuration.unit === 'bytes';
    this.fills = configuration.fill !== 'none';
    this.warmup = warmup;
    this.staleSeconds = configuration.staleWhileRevalidateSeconds ?? -1;
    this.sweeps = configuration.sweepSeconds === null ? null : new Sweeps(hierarchy, configuration.sweepSeconds);
  }

  /**
   * @param next for clairvoyant policies, by record: the number of the record that gets the same id next
   * @returns by record, who answered: a store, a store whose entry had expired (`STALE` more), the origin, or `NOT_COUNTED`; good until the
   *   next call
   */
  replay(batch: Batch, next: Int32Array | null): Uint8Array {
    const { hierarchy, nextAccess, rate, sized, fills, sweeps, behind, prefetcher } = this;
    const { id: ids, time: times, op: ops, size: sizes, type: types, priority: priorities, ttl: ttls, length } = batch;
    const { client: clients } = batch;
    const { origin } = hierarchy;
    if (this.answers.length < length) {
      this.answers = new Uint8Array(length);
      if (behind) this.waits = new Float64Array(length);
    }
    const { answers, waits } = this;
    const answersStale = this.staleSeconds >= 0;
    for (let i = 0; i < length; i++) {
      const id = ids[i]!;
      const now = times ? times[i]! : (this.records + i) / rate;
      const type = types ? types[i]! : 0;
      const priority = priorities ? priorities[i]! : 0;
      const size = sized ? sizes![i]! : 1;
      const ttl = ttls ? ttls[i]! : NO_TTL;
      if (nextAccess) nextAccess[id] = next![i]!;
      if (behind) behind.advance(now);
      if (sweeps) sweeps.advance(now);
      hierarchy.advance(now);
      const op = ops ? ops[i]! : 0;
      answers[i] = NOT_COUNTED;
      const bytes = behind && sizes ? sizes[i]! : 0;
      if (prefetcher) behind!.note(id, type, priority, bytes, ttl);
      if (op !== 0 && behind) behind.changed(id);
      if (op === 1) hierarchy.set(id, type, priority, size, ttl);
      else if (op === 2) hierarchy.delete(id);
      else {
        if (this.gets === this.warmup && this.gets > 0) this.startCounting(this.records + i);
        const answer = answersStale ? this.takeStale(id, type) : hierarchy.get(id, type);
        if (this.gets++ >= this.warmup) answers[i] = answer;
        if (answer >= STALE) {
          if (behind) behind.revalidate(id, type, priority, bytes, ttl);
          else if (fills) hierarchy.fill(id, type, priority, size, ttl);
        } else if (answer === origin) {
          if (behind) waits![i] = behind.miss(id, type, priority, bytes, ttl);
          else if (fills) hierarchy.fill(id, type, priority, size, ttl);
        }
        if (prefetcher) prefetcher.request(id, now, clients ? clients[i]! : 0, answer !== origin);
      }
    }
    this.records += length;
    return answers;
  }

  /** @returns as `get` does, and `STALE` more where the entry had expired */
  private takeStale(id: number, type: number): number {
    const { hierarchy, staleSeconds } = this;
    const stale = hierarchy.staleAnswers.take(id, type, staleSeconds);
    return stale < 0 ? hierarchy.get(id, type) : STALE + stale;
  }

  private startCounting(record: number): void {
    this.hierarchy.restartCounters();
    if (this.behind) this.behind.restartCounters();
    this.firstCounted = record;
  }
}
