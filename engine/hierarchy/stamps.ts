/** When an entry came, how long it may live, and which version it is: columns by id. */
export interface Stamps {
  /** Seconds: when the entry entered its present level. */
  readonly enteredAt: Float64Array;
  /** Seconds: when its lifetime began. */
  readonly storedAt: Float64Array;
  /** Seconds: when its data was read from the origin; null where that is `storedAt`, because moves do not restamp. */
  readonly bornAt: Float64Array | null;
  /** Seconds that it may live from `storedAt`; null when that is the same for all. */
  readonly lifetime: Float64Array | null;
  /** Seconds: when it will have expired where it lies; null unless a policy reads that. */
  readonly expiresAt: Float64Array | null;
  /** Seconds: when it was last hit, here or in a copy, or written; null unless entries expire for being idle. */
  readonly usedAt: Float64Array | null;
  /** Version of its data; null unless several copies may differ. */
  readonly version: Uint32Array | null;
}

export function newStamps(
  universe: number,
  has: { lifetime: boolean; restamp: boolean; expiresAt: boolean; idle: boolean; version: boolean },
): Stamps {
  return {
    enteredAt: new Float64Array(universe),
    storedAt: new Float64Array(universe),
    bornAt: has.restamp ? new Float64Array(universe) : null,
    lifetime: has.lifetime ? new Float64Array(universe) : null,
    expiresAt: has.expiresAt ? new Float64Array(universe) : null,
    usedAt: has.idle ? new Float64Array(universe) : null,
    version: has.version ? new Uint32Array(universe) : null,
  };
}

/** Takes an entry's stamps along to another level's columns. */
export function carryStamps(from: Stamps, to: Stamps, id: number): void {
  if (from === to) return;
  to.storedAt[id] = from.storedAt[id]!;
  if (from.bornAt) to.bornAt![id] = from.bornAt[id]!;
  if (from.lifetime) to.lifetime![id] = from.lifetime[id]!;
  if (from.usedAt) to.usedAt![id] = from.usedAt[id]!;
  if (from.version) to.version![id] = from.version[id]!;
}
