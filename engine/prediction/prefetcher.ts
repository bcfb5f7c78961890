import type { Predictor } from '../../policies/prediction/contract.ts';
import { type ChangeObserver, EVICTED, EXPIRED } from '../hierarchy/events.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { Histogram } from '../histogram.ts';
import type { Budget } from './budget.ts';
import { newPrefetchCounts, type PrefetchCounts } from './counts.ts';
import { confidenceClass, type Throttle } from './throttle.ts';

/** Who fetches ahead of demand. */
export interface Background {
  /** Whether a fetch of this id is under way. */
  underWay(id: number): boolean;
  /** Begins one. @returns false when there is nobody to do it now */
  fetchAhead(id: number, refresh: boolean): boolean;
}

/** What an id has to do with prediction at present. */
const NOTHING = 0;
const ON_ITS_WAY = 1;
const UNUSED = 2;
const REFRESHING = 3;
const REFRESHED = 4;

export interface PrefetcherParts {
  readonly universe: number;
  readonly hierarchy: Hierarchy;
  readonly background: Background;
  readonly budget: Budget | null;
  readonly throttle: Throttle | null;
  /** The level that fetched entries enter. */
  readonly depth: number;
  /** Whether they are the next to leave, unless they are used. */
  readonly last: boolean;
}

/**
 * Turns the proposals of a predictor into fetches, and keeps the books: what became of each fetch, and which demand misses
 * it caused by pushing others out.
 */
export class Prefetcher implements ChangeObserver {
  /** Seconds: when the predictor wants to be woken. */
  wakeTime = Number.POSITIVE_INFINITY;
  counts: PrefetchCounts = newPrefetchCounts();
  /** Milliseconds that fetched entries lay in the cache before they were used. */
  readonly slack = new Histogram();
  private predictor: Predictor | null = null;
  private readonly parts: PrefetcherParts;
  /** By id. */
  private readonly state: Uint8Array;
  private readonly classOf: Uint8Array;
  /** Since when an unused entry lies there, or when a refreshed one would have expired without it: seconds. */
  private readonly since: Float64Array;
  /** Ids that a prefetch pushed out of the cache. */
  private readonly pushedOut: Uint8Array;
  private landing = false;
  private outstanding = 0;
  /** Whether what was asked for last was fetched ahead and is used for the first time, or on its way. */
  private ahead = false;

  constructor(parts: PrefetcherParts) {
    this.parts = parts;
    this.state = new Uint8Array(parts.universe);
    this.classOf = new Uint8Array(parts.universe);
    this.since = new Float64Array(parts.universe);
    this.pushedOut = new Uint8Array(parts.universe);
  }

  attach(predictor: Predictor): void {
    this.predictor = predictor;
  }

  /** A client asked for an id, and was answered. */
  request(id: number, now: number, client: number, hit: boolean): void {
    const { throttle } = this.parts;
    if (throttle) throttle.requested(id);
    if (hit) this.use(id, now);
    if (this.pushedOut[id] === 1) {
      this.pushedOut[id] = 0;
      if (!hit) this.counts.pollution++;
    }
    const { ahead } = this;
    this.ahead = false;
    this.predictor!.request(id, now, client, hit, ahead);
  }

  wake(now: number): void {
    this.wakeTime = Number.POSITIVE_INFINITY;
    this.predictor!.wake!(now);
  }

  wakeAt(seconds: number): void {
    if (seconds < this.wakeTime) this.wakeTime = seconds;
  }

  propose(id: number, confidence: number): void {
    const { hierarchy, background } = this.parts;
    this.counts.requested++;
    if (hierarchy.isFresh(id) || background.underWay(id)) this.counts.redundant++;
    else this.decide(id, confidence, false);
  }

  refresh(id: number, confidence: number): void {
    this.counts.requested++;
    if (this.state[id] !== NOTHING || this.parts.background.underWay(id)) this.counts.redundant++;
    else this.decide(id, confidence, true);
  }

  /** A fetch ahead of demand is done, and its data has not changed meanwhile. */
  arrived(id: number, type: number, size: number, ttl: number): void {
    const { hierarchy, depth, last } = this.parts;
    const { now } = hierarchy.lifetimes;
    const state = this.state[id]!;
    this.landing = true;
    if (hierarchy.residents.has(id)) {
      this.since[id] = hierarchy.expiresAt(id);
      hierarchy.refresh(id, type, size, ttl);
      if (state !== NOTHING) this.state[id] = REFRESHED;
    } else {
      this.since[id] = now;
      hierarchy.prefetch(id, type, size, ttl, depth);
      if (last && hierarchy.residents.has(id)) hierarchy.retire(id);
      if (state !== NOTHING) this.state[id] = UNUSED;
    }
    this.landing = false;
    // Refused at the door, or pushed out by what came after it.
    if (state !== NOTHING && !hierarchy.residents.has(id)) this.settle(id, 'evictedUnused');
  }

  /** Demand came while the fetch was under way. */
  late(id: number): void {
    if (this.state[id] !== ON_ITS_WAY && this.state[id] !== REFRESHING) return;
    this.ahead = true;
    this.settle(id, 'late');
  }

  /** The data changed while the fetch was under way: it brings nothing. */
  forsaken(id: number): void {
    if (this.state[id] === ON_ITS_WAY || this.state[id] === REFRESHING) this.settle(id, 'evictedUnused');
  }

  /** Whether a fetch for the id is under way, of which the books must hear. */
  awaits(id: number): boolean {
    return this.state[id] === ON_ITS_WAY || this.state[id] === REFRESHING;
  }

  /** The number of an id that is not resident goes to another key. */
  forget(id: number): void {
    const { throttle } = this.parts;
    if (throttle) throttle.forget(id);
    if (this.state[id] !== NOTHING) this.settle(id, 'evictedUnused');
    this.pushedOut[id] = 0;
    this.predictor!.forget?.(id);
  }

  /** The warm-up is over: what is there unused, or under way, counts as fetched now. */
  restartCounters(): void {
    this.counts = newPrefetchCounts();
    this.counts.requested = this.outstanding;
    this.counts.issued = this.outstanding;
    this.slack.clear();
  }

  /** Fetched and not used yet, those under way included. */
  get residentUnused(): number {
    return this.outstanding;
  }

  /** The same, counted from the column of states. */
  get recounted(): number {
    let count = 0;
    for (const state of this.state) if (state !== NOTHING) count++;
    return count;
  }

  update(_store: number, id: number): void {
    // A client stored newer data over what was fetched.
    if (!this.landing && (this.state[id] === UNUSED || this.state[id] === REFRESHED)) this.settle(id, 'evictedUnused');
  }

  leave(_store: number, id: number, cause: number): void {
    if (this.parts.hierarchy.residents.has(id)) return;
    if (this.landing && cause === EVICTED) this.pushedOut[id] = 1;
    const state = this.state[id];
    if (state === UNUSED || state === REFRESHED) this.settle(id, cause === EXPIRED ? 'expiredUnused' : 'evictedUnused');
  }

  private use(id: number, now: number): void {
    const state = this.state[id];
    if (state === UNUSED) {
      this.ahead = true;
      this.slack.add(1e3 * (now - this.since[id]!));
      this.settle(id, 'useful');
    } else if (state === REFRESHED && now > this.since[id]!) {
      this.ahead = true;
      this.settle(id, 'useful');
    }
  }

  private decide(id: number, confidence: number, refresh: boolean): void {
    const { throttle, budget, background, hierarchy } = this.parts;
    const trust = confidenceClass(confidence);
    if (throttle && !throttle.allows(trust)) {
      throttle.writeDown(id, trust);
      this.counts.rejected++;
      return;
    }
    if ((budget && !budget.spend(hierarchy.lifetimes.now)) || !background.fetchAhead(id, refresh)) {
      this.counts.rejected++;
      return;
    }
    // It lies there unused, and is dead.
    if (this.state[id] !== NOTHING) this.settle(id, 'expiredUnused');
    this.counts.issued++;
    this.outstanding++;
    this.state[id] = refresh ? REFRESHING : ON_ITS_WAY;
    this.classOf[id] = trust;
  }

  /** It is known what a fetch was good for. */
  private settle(id: number, fate: 'useful' | 'late' | 'evictedUnused' | 'expiredUnused'): void {
    this.state[id] = NOTHING;
    this.outstanding--;
    this.counts[fate]++;
    const { throttle } = this.parts;
    if (throttle) throttle.outcome(this.classOf[id]!, fate === 'useful' || fate === 'late');
  }
}
