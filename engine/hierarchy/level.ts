import type { AdmissionPolicy } from '../../policies/admission/contract.ts';
import type { EvictionPolicy } from '../../policies/eviction/contract.ts';
import type { LevelCounts } from '../documents/places.ts';
import type { DeadlineRing } from './deadlines.ts';
import { BACK_INVALIDATED, CAUSES, DEMOTED, EVICTED, EXPIRED, INVALIDATED, PROMOTED } from './events.ts';
import type { Expiry } from './expiry.ts';
import type { Stamps } from './stamps.ts';

/** Lookups that went through all levels because none of them held the id: most misses, and counted once instead of in each. */
interface AbsentLookups {
  count: number;
}

interface LevelParts {
  readonly name: string;
  /** Its number among all stores; also its bit in the column of residencies. */
  readonly store: number;
  /** 0 for the first level; -1 for a partition, which has neither above nor below. */
  readonly depth: number;
  /** Entries or bytes. */
  readonly capacity: number;
  /** Seconds; `Infinity` for none. */
  readonly ttl: number;
  /** Whether an entry is gone when its time in this level ends (else it moves down, if it can). */
  readonly removes: boolean;
  /** Whether an entry may stay for as long as it usually lives, where the dead are known: only one that lives longer outlives its stay. */
  readonly outlasts: boolean;
  readonly policy: EvictionPolicy;
  /** Null admits all. */
  readonly admission: AdmissionPolicy | null;
  /** Null when nothing depends on time or version. */
  readonly stamps: Stamps | null;
  /** Bytes by id; null when capacities count entries. */
  readonly sizes: Float64Array | null;
  /** Who moves down next because its time here ends; null when nobody does. */
  readonly cooling: DeadlineRing | null;
  /** Null when the dead are found only when they are looked up. */
  readonly expiry: Expiry | null;
  /** The levels share one; a partition has its own. */
  readonly absent: AbsentLookups;
}

/**
 * One place for entries, a level or a partition: its room, its policy, its columns and its counters. A class, because its fields
 * are read a dozen times for each request: objects copied from others would differ in shape from one hierarchy to the next, and
 * compiled code would have to tell the shapes apart (measured: half to a third of the speed from the fourth hierarchy on).
 */
export class Level implements LevelParts {
  readonly name;
  readonly store;
  readonly depth;
  readonly capacity;
  readonly ttl;
  readonly removes;
  readonly outlasts;
  readonly policy;
  readonly admission;
  readonly stamps;
  readonly sizes;
  readonly cooling;
  readonly expiry;
  readonly absent;
  /** Whether the policy names residents that have to leave although nobody needs their room. */
  readonly sheds: boolean;
  /** Entries or bytes in use. */
  used = 0;
  residents = 0;
  residentsAtStart = 0;
  hits = 0;
  /** Lookups and misses one by one; those that `absent` counts for all levels come on top. */
  asked = 0;
  missed = 0;
  /** Includes `promotedIn` and `demotedIn`. */
  inserted = 0;
  promotedIn = 0;
  demotedIn = 0;
  /** Departures by cause. */
  readonly left = new Float64Array(CAUSES.length);

  constructor(parts: LevelParts) {
    this.name = parts.name;
    this.store = parts.store;
    this.depth = parts.depth;
    this.capacity = parts.capacity;
    this.ttl = parts.ttl;
    this.removes = parts.removes;
    this.outlasts = parts.outlasts;
    this.policy = parts.policy;
    this.admission = parts.admission;
    this.stamps = parts.stamps;
    this.sizes = parts.sizes;
    this.cooling = parts.cooling;
    this.expiry = parts.expiry;
    this.absent = parts.absent;
    this.sheds = parts.policy.surplus !== undefined;
  }

  get lookups(): number {
    return this.asked + this.absent.count;
  }

  get misses(): number {
    return this.missed + this.absent.count;
  }
}

/** From here on everything is counted anew: the warm-up is over. */
export function restartCounters(level: Level): void {
  level.residentsAtStart = level.residents;
  level.asked = 0;
  level.hits = 0;
  level.missed = 0;
  level.absent.count = 0;
  level.inserted = 0;
  level.promotedIn = 0;
  level.demotedIn = 0;
  level.left.fill(0);
}

export function countsOf(level: Level): LevelCounts {
  const { lookups, hits, misses, inserted, promotedIn, demotedIn, left, residents } = level;
  return {
    lookups,
    hits,
    misses,
    inserted,
    evicted: left[EVICTED]!,
    expired: left[EXPIRED]!,
    invalidated: left[INVALIDATED]!,
    backInvalidated: left[BACK_INVALIDATED]!,
    promotedIn,
    promotedOut: left[PROMOTED]!,
    demotedIn,
    demotedOut: left[DEMOTED]!,
    resident: residents,
  };
}
