import { COLUMNS, type Column, type Requests } from '../../requests.ts';
import type { TraceOptions } from '../open-trace.ts';
import { TraceReader } from '../trace-reader.ts';

/** Reads a trace that arrives in chunks of so many bytes. */
export function feed(content: string | Uint8Array, options: TraceOptions = {}, chunkBytes = 1 << 20) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const reader = new TraceReader('trace', options);
  for (let at = 0; at < bytes.length; at += chunkBytes) reader.write(bytes.subarray(at, at + chunkBytes));
  const { requests, format } = reader.end();
  return { requests, format: format.name };
}

/** One column of all batches, end to end; empty when the workload does not have it. */
export function column(requests: Requests, name: Column | 'id'): number[] {
  return [...requests.batches].flatMap(batch => [...(batch[name] ?? [])]);
}

/** All columns of a workload, to compare workloads by. */
export function contents(requests: Requests) {
  return (['id', ...COLUMNS] as const).map(name => [name, column(requests, name)]);
}

/** Little-endian (or big-endian) integers of the given widths in bytes, end to end; 8 bytes take a bigint. */
export function packed(
  fields: readonly (readonly [bytes: 2 | 4 | 8, value: number | bigint])[],
  little = true,
): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) view.setBigUint64(at, BigInt.asUintN(64, BigInt(value)), little);
    else if (bytes === 4) view.setUint32(at, Number(value), little);
    else view.setUint16(at, Number(value), little);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}
