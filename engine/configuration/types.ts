/** Plain words for the axes whose values are fixed; every other axis is a spec from its family's catalogue. */
export const INCLUSIONS = ['exclusive', 'inclusive', 'nine'] as const;
export const LEVEL_TTLS = ['remove', 'cool'] as const;
export const LIFETIMES = ['carry', 'restamp'] as const;
export const EXPIRIES = ['lazy', 'expired-first'] as const;
export const COHERENCES = ['supersede', 'none'] as const;
export const PARTITIONS = ['none', 'quota', 'write-only'] as const;
export const FILLS = ['cache-aside', 'read-through', 'none'] as const;

export const INFLIGHTS = ['coalesce', 'stampede', 'off'] as const;

export type Inclusion = (typeof INCLUSIONS)[number];
type LevelTtl = (typeof LEVEL_TTLS)[number];
type Lifetime = (typeof LIFETIMES)[number];
type Expiry = (typeof EXPIRIES)[number];
type Coherence = (typeof COHERENCES)[number];
type Partitions = (typeof PARTITIONS)[number];
type Inflight = (typeof INFLIGHTS)[number];
export type Fill = (typeof FILLS)[number];

export type Unit = 'entries' | 'bytes';

/** One level (or one partition), completely resolved. */
export interface LevelConfiguration {
  readonly name: string;
  /** In the hierarchy's unit. */
  readonly capacity: number;
  /** What the level's TTL is; null for none. */
  readonly ttlSeconds: number | null;
  /** Spec of the eviction policy. */
  readonly policy: string;
  /** Spec of the admission policy. */
  readonly admission: string;
  /** Spec of the latency model of one lookup, found or not. */
  readonly latency: string;
}

/**
 * A hierarchy, completely resolved: what a result document states and what builds the same cache again. Plain JSON.
 */
export interface Configuration {
  readonly preset: string;
  readonly unit: Unit;
  readonly levels: readonly LevelConfiguration[];
  /** `per-level`, `unified:policy=…` or `guarded:challenger=…`. */
  readonly residency: string;
  readonly inclusion: Inclusion;
  readonly placement: string;
  readonly promotion: string;
  readonly demotion: string;
  readonly levelTtl: LevelTtl;
  readonly lifetime: Lifetime;
  readonly expiry: Expiry;
  /** Seconds after which an entry that is neither hit nor written is expired; null for none. */
  readonly idleSeconds: number | null;
  /** Seconds after the end of its lifetime that an entry is still answered, while it is fetched again; absent for none. */
  readonly staleWhileRevalidateSeconds?: number;
  /** Seconds between active sweeps; null for none. */
  readonly sweepSeconds: number | null;
  readonly coherence: Coherence;
  readonly partitions: Partitions;
  /** Capacities, TTLs and policies of the partitions; empty without partitions. */
  readonly partitionLevels: readonly LevelConfiguration[];
  readonly fill: Fill;
  /** Spec of the latency model of a fetch from the origin. */
  readonly originLatency: string;
  /** What a request does that misses while its data is on its way: join that fetch, begin another; `off`: fetches take no time. */
  readonly inflight: Inflight;
  /** How many fetches the origin works on at a time; null for any number. */
  readonly originConcurrency: number | null;
  /** Spec of the predictor, with how its proposals become fetches; `none`. */
  readonly prediction: string;
  /** Requests per second, for workloads that carry no times. */
  readonly rate: number;
}

/** The axes as a user writes them: in options, in a configuration file, in a preset. All optional; each the text of an option. */
export interface Options {
  readonly preset?: string;
  readonly levels?: string;
  readonly policy?: string;
  readonly residency?: string;
  readonly inclusion?: string;
  readonly placement?: string;
  readonly admission?: string;
  readonly promotion?: string;
  readonly demotion?: string;
  readonly levelTtl?: string;
  readonly lifetime?: string;
  readonly expiry?: string;
  readonly tti?: string;
  readonly staleWhileRevalidate?: string;
  readonly sweep?: string;
  readonly coherence?: string;
  readonly partitions?: string;
  readonly quotas?: string;
  readonly fill?: string;
  readonly latency?: string;
  readonly inflight?: string;
  readonly originConcurrency?: string;
  readonly prediction?: string;
  readonly rate?: string;
}
