import type { Requests } from '../../requests.ts';
import type { Originals } from '../contract.ts';

/** A workload that is to become a trace. */
export interface TraceSource {
  readonly requests: Requests;
  readonly originals: Originals;
  /** Requests per second, for a format that must have times where the workload has none. */
  readonly rate: number;
}

/** A trace in the making. */
export interface TraceWriter {
  /** Whether the trace has the keys that the workload came with, or the ids that stand for them. */
  readonly keys: 'original' | 'dense';
  /** How many chunks there will be. */
  readonly steps: number;
  /**
   * The bytes of the trace in order. Some chunks are empty: they only tell that work goes on.
   * @throws InputError for a record that the format cannot hold
   */
  chunks(): Generator<Uint8Array, void>;
  /** What of the workload is not in the trace, or in the trace but not of the workload; known once all chunks are made. */
  remarks(): string[];
}

/** A format that traces are written in. */
export interface TargetFormat {
  /** As the same format is called that is read. */
  readonly name: string;
  /** Endings of file names that stand for it, without those of a compression. */
  readonly extensions: readonly string[];
  /** Whether a terminal can show it. */
  readonly isText: boolean;
  /** @throws InputError for a workload that the format cannot hold */
  open(source: TraceSource): TraceWriter;
}
