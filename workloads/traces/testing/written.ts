import type { Originals } from '../contract.ts';
import { TraceReader } from '../trace-reader.ts';
import type { TargetFormat, TraceSource } from '../write/contract.ts';

export const NAMELESS: Originals = { keys: null, clients: null };

/** Reads a trace with the names of its keys and clients. */
export function source(content: string | Uint8Array, options = {}): TraceSource {
  const reader = new TraceReader('trace', options);
  reader.write(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  const { requests, originals } = reader.end();
  return { requests, originals: originals(), rate: 1_000 };
}

/** Writes a workload as a trace in memory. */
export function written(format: TargetFormat, from: TraceSource) {
  const writer = format.open(from);
  // Copied as they come, as a file would be: a chunk need not last.
  const chunks = [...writer.chunks()];
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return {
    bytes,
    text: new TextDecoder().decode(bytes),
    keys: writer.keys,
    remarks: writer.remarks(),
    steps: [chunks.length, writer.steps],
  };
}
