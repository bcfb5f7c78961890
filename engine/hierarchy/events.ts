/** Why an entry left a level: one enumeration for the engine's counters, the events and the reports. */
export const EVICTED = 0;
export const EXPIRED = 1;
export const INVALIDATED = 2;
export const BACK_INVALIDATED = 3;
export const PROMOTED = 4;
export const DEMOTED = 5;
export const CAUSES = ['evicted', 'expired', 'invalidated', 'backInvalidated', 'promoted', 'demoted'] as const;

/** Hears who gets newer data, and who leaves. */
export interface ChangeObserver {
  /** The id was overwritten where it lay. */
  update(store: number, id: number): void;
  /** @param cause index into `CAUSES` */
  leave(store: number, id: number, cause: number): void;
}

/** Hears all that happens inside a hierarchy, in order. An insertion is announced before the evictions that it causes. */
export interface Observer extends ChangeObserver {
  /** The level was asked for the id and had it. */
  hit(store: number, id: number): void;
  /** The level was asked for the id and did not have it. */
  miss(store: number, id: number): void;
  insert(store: number, id: number): void;
}
