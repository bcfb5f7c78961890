import type { Configuration } from '../configuration/types.ts';
import type { DocumentHead, Timing } from './head.ts';

/** What a run of the whole hierarchy measured. */
export interface LevelSizeMeasures {
  /** Gets. */
  readonly requests: number;
  readonly hits: number;
  readonly misses: number;
  readonly hitRatio: number;
  readonly missRatio: number;
  readonly byteHitRatio?: number;
  readonly latencyMeanMs: number;
  readonly latencyP99Ms: number;
  readonly originFetches: number;
  /** Entries or bytes that moved between levels. */
  readonly moved: number;
}

/** The whole hierarchy with one level at one size, all others as they are. */
export interface LevelSizeRow extends LevelSizeMeasures {
  /** The level, or the partition, whose size it is. */
  readonly level: string;
  readonly capacity: number;
}

/** What the same room more, or less, of a level is worth to the whole hierarchy. */
export interface LevelRoom {
  readonly level: string;
  /** What it has. */
  readonly capacity: number;
  readonly more: RoomEffect;
  /** Null where the level has no such room to lose. */
  readonly less: RoomEffect | null;
}

/** Changes against the levels as they are. */
export interface RoomEffect {
  readonly capacity: number;
  readonly hits: number;
  readonly latencyMeanMs: number;
  readonly originFetches: number;
}

/** Hit ratio and latency of a hierarchy over the size of each of its levels. */
export interface MrcPerLevelDocument extends DocumentHead {
  readonly schema: 'tierlab/mrc-per-level@1';
  readonly configuration: Configuration;
  /** Room that each level was given and deprived of, in the configuration's unit. */
  readonly room: number;
  /** Level by level, then the partitions that answer beside them, sizes ascending; each level's present size is among them. */
  readonly rows: readonly LevelSizeRow[];
  readonly rooms: readonly LevelRoom[];
  readonly timing: Timing;
}
