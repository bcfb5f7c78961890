import type { Requests } from '../../workloads/requests.ts';

/** What a round took. */
export interface Round {
  /** Of the loop alone, in milliseconds. */
  readonly ms: number;
  /** How many times all requests were gone through, or would have been by replaying. */
  readonly passes: number;
  /** Null where there are several caches. */
  readonly hits: number | null;
}

/** One row of the table. */
export interface Contender {
  readonly name: string;
  readonly group: 'baseline' | 'flat' | 'hierarchy' | 'library' | 'curves';
  /** The most requests that it is given: a Map skips the holes of its past deletions, and takes minutes for ten million. */
  readonly most?: number;
  /** The most rounds that it is given. */
  readonly mostRounds?: number;
  /** Of an estimate: the row that counts the same curves exactly. */
  readonly exact?: string;
  /** Of a cache with string keys: the row of the package lru-cache that it is set against. */
  readonly beside?: string;
  /** Goes through all requests once. */
  run(requests: Requests): Round | Promise<Round>;
  /** Builds the columns that it keeps by id, and nothing else; absent where it keeps none. */
  build?(requests: Requests): unknown;
}
