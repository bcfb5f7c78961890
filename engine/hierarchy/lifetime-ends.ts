import type { Clock } from './clock.ts';
import { DeadlineHeap, DeadlineRing, type Deadlines } from './deadlines.ts';
import { DeferredDeadlines, type Idle } from './idle.ts';
import { MixedDeadlines } from './mixed-deadlines.ts';
import { STORED, type Stamps } from './stamps.ts';

/** What the end of an entry's time in some stores depends on. */
interface Lifetimes {
  readonly stamps: Stamps;
  readonly clock: Clock;
  /** Seconds that an entry may live when it names no lifetime of its own. */
  readonly lifetime: number;
  /** Seconds after which the store removes an entry, counted from its entry; `Infinity` if it does not. */
  readonly stay: number;
  /** Seconds after the end in which an entry still counts as alive. */
  readonly grace: number;
  /** Whether every entry begins its lifetime when it enters. */
  readonly startsOnEntry: boolean;
  /** Ends the time of entries that nobody uses; null where it does not. */
  readonly idle: Idle | null;
  readonly where: Uint16Array;
  /** Bits of the stores. */
  readonly stores: number;
}

/** Orders entries by the end of their time: a ring for those that come in that order, a heap for the others. */
export function lifetimeEnds({
  stamps,
  clock,
  lifetime,
  stay,
  grace,
  startsOnEntry,
  idle,
  where,
  stores,
}: Lifetimes): Deadlines {
  const endOf = (id: number) => {
    const end = stamps.storedAt(id) + (stamps.lifetime ? stamps.lifetime[id]! : lifetime);
    return grace + (stay < Number.POSITIVE_INFINITY ? Math.min(end, stamps.enteredAt(id) + stay) : end);
  };
  if (idle) return new DeferredDeadlines(where.length, id => Math.min(endOf(id), idle.endOf(stamps, id)));
  if (!startsOnEntry) return new DeadlineHeap(where.length, endOf);
  const ring = new DeadlineRing(stamps.clocks, STORED, clock, Math.min(lifetime, stay) + grace, where, stores);
  return stamps.lifetime ? new MixedDeadlines(ring, { lifetimes: stamps.lifetime, usual: lifetime, due: endOf }) : ring;
}
