import type { ChangeObserver } from '../hierarchy/events.ts';

/** Learns from what becomes of ids; what it does with gets, their callers tell it. */
export interface Learner extends ChangeObserver {
  remembers(id: number): boolean;
  forget(id: number): void;
  /** It is now, in seconds. */
  advance(now: number): void;
}
