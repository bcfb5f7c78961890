import type { DemotionPolicy } from '../../policies/demotion/contract.ts';
import type { EvictionPolicy } from '../../policies/eviction/contract.ts';
import type { PlacementPolicy } from '../../policies/placement/contract.ts';
import type { PromotionPolicy } from '../../policies/promotion/contract.ts';
import type { RequestCounter } from '../build-admission.ts';
import type { Inclusion } from '../configuration/types.ts';
import type { Clock } from './clock.ts';
import type { Idle } from './idle.ts';
import type { Level } from './level.ts';

/** What a hierarchy is made of; `build.ts` makes it from a configuration. */
export interface HierarchyParts {
  readonly universe: number;
  readonly clock: Clock;
  /** By id: bit s is set where store s holds it; all clear at first. */
  readonly where: Uint16Array;
  readonly levels: readonly Level[];
  /** Empty, or one for each data type from 1 on. */
  readonly partitions: readonly Level[];
  /** Whether a typed get looks in its partition, and a typed set goes nowhere else. */
  readonly partitionsAnswer: boolean;
  /** One order over all levels that says who leaves the cache; null when each level decides for itself. */
  readonly order: EvictionPolicy | null;
  readonly inclusion: Inclusion;
  readonly placement: PlacementPolicy;
  readonly promotion: PromotionPolicy;
  readonly promoteTo: 'next' | 'top' | 'all' | 'highest';
  readonly promoteBy: 'copy' | 'move';
  readonly demotion: DemotionPolicy;
  /** Whether a set reaches every copy (else other copies live on, and versions are kept). */
  readonly supersede: boolean;
  /** Whether an entry's lifetime begins anew when it moves. */
  readonly restamp: boolean;
  /** Whether the end of an entry's lifetime stays the same wherever it moves, so that all levels share one `Expiry`. */
  readonly sharesExpiry: boolean;
  /** Seconds that an entry may live when its request says nothing; `Infinity` for ever. */
  readonly lifetime: number;
  /** Seconds after the end of its lifetime in which an entry is still answered, and makes room for no one: 0 for none. */
  readonly grace: number;
  /** Ends the time of entries that nobody uses; null where only TTLs do. */
  readonly idle: Idle | null;
  /** Hear of all requests, where policies ask for it: counts, one for each window, and last requests. */
  readonly frequencies: readonly RequestCounter[];
}
