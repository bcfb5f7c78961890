import type { WorkloadFacts } from '../../engine/configuration/resolve.ts';
import type { Options } from '../../engine/configuration/types.ts';
import type { PackedRequests } from '../../workloads/excerpt/packed-requests.ts';

/** The part of a run that a report carries, for the page to try other caches on. Plain JSON. */
export interface WhatIfData {
  readonly requests: CarriedRequests;
  /** Gets of the whole run. */
  readonly gets: number;
  readonly seed: number;
  /** Gets at the start that are not counted. */
  readonly warmup: number;
  /** The report's configuration, every option of it. */
  readonly options: Options;
  readonly replayed: ReplayedSettings;
  /** By the names that stand for them in specs, paths of files with samples: commands name the files. */
  readonly paths: Readonly<Record<string, string>>;
}

/** What a command and an experiment file say of the requests, beside what they say of the cache. */
export type ReplayedSettings = Readonly<Record<string, string | true>>;

export type CarriedRequests =
  | {
      readonly kind: 'synthetic';
      readonly spec: string;
      /** Of the whole run. */
      readonly gets: number;
      /** How many of them are replayed. */
      readonly first: number;
    }
  | {
      readonly kind: 'excerpt';
      readonly packed: Omit<PackedRequests, 'bytesPacked'>;
      /** The packed bytes, compressed (deflate) and in base64. */
      readonly text: string;
      /** Of the whole run. */
      readonly facts: WorkloadFacts;
    };
