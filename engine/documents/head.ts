/** What was replayed. A trace enters by its content, never by its path. */
export interface WorkloadSummary {
  /** The spec as given, or `trace:format=…,sha256=…` (of the decompressed content, shortened). */
  readonly spec: string;
  /** Gets. */
  readonly requests: number;
  /** Gets, sets and deletes. */
  readonly operations: number;
  /** Distinct keys. */
  readonly keys: number;
  /** Sum of the keys' sizes, where the workload has sizes. */
  readonly bytes?: number;
}

/** About this very run: never part of the digest. */
export interface Timing {
  readonly wallMs: number;
  /** Of the replay loop alone, without generation, reading and interning. */
  readonly requestsPerSecond: number;
  readonly generateMs?: number;
  readonly readMs?: number;
  /** The command that makes this document again. */
  readonly command?: string;
  /** A name for people: the trace's file name or the workload's spec. */
  readonly title?: string;
}

/** A policy from a user's own file. */
export interface PluginSummary {
  /** What specs call it. */
  readonly spec: string;
  readonly name: string;
  /** Of what the file contains. */
  readonly sha256: string;
}

export interface DocumentHead {
  /** SHA-256 of the canonical document without `digest` and `timing`. */
  readonly digest: string;
  readonly seed: number;
  readonly workload: WorkloadSummary;
  /** Where specs name policies from files. */
  readonly plugins?: readonly PluginSummary[];
}
