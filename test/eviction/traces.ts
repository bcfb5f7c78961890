import { readFileSync } from 'node:fs';
import { ZSTDDecoder } from 'zstddec';

/** A trace of gets, interned. */
export interface Trace {
  /** By request: the key's number in order of first appearance. */
  readonly ids: Int32Array;
  readonly universe: number;
  /** By request, in bytes; null where the trace knows none. */
  readonly sizes: Float64Array | null;
}

/** One oracleGeneral record: uint32 time, uint64 key, uint32 bytes, int64 next access; little-endian. */
const RECORD = { length: 24, key: 4, bytes: 12 };

const zstd = new ZSTDDecoder();
const ready = zstd.init();

/** A trace of test/fixtures/, with sizes. */
async function readFixture(name: string): Promise<Trace> {
  await ready;
  const packed = readFileSync(new URL(`../fixtures/${name}.oracleGeneral.bin.zst`, import.meta.url));
  const { buffer, byteOffset, byteLength } = zstd.decode(packed);
  const view = new DataView(buffer, byteOffset, byteLength);
  const keys: bigint[] = [];
  const sizes: number[] = [];
  for (let at = 0; at < byteLength; at += RECORD.length) {
    keys.push(view.getBigUint64(at + RECORD.key, true));
    sizes.push(view.getUint32(at + RECORD.bytes, true));
  }
  return intern(keys, Float64Array.from(sizes));
}

function intern(keys: Iterable<bigint | number>, sizes: Float64Array | null): Trace {
  const numbers = new Map<bigint | number, number>();
  const ids = Int32Array.from(keys, key => {
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key)!;
  });
  return { ids, universe: numbers.size, sizes };
}

const sources: Readonly<Record<string, () => Promise<Trace> | Trace>> = {
  mixed_150k: () => readFixture('mixed_150k'),
  'zipf0.9_20k_150k': () => readFixture('zipf0.9_20k_150k'),
  /** 0 … 1010, five hundred times. */
  loop: () =>
    intern(
      Array.from({ length: 505_500 }, (_, i) => i % 1011),
      null,
    ),
  /** 0 … 2000 and back to 0, thirteen times. */
  zigzag: () =>
    intern(
      Array.from({ length: 52_001 }, (_, i) => 2000 - Math.abs(2000 - (i % 4000))),
      null,
    ),
};

const traces = new Map<string, Promise<Trace>>();

/** The traces of test/fixtures/golden.csv, by their name there; each is made once. */
export function trace(name: string): Promise<Trace> {
  const source = sources[name];
  if (!source) throw new Error(`golden.csv names a trace "${name}" that this file does not make`);
  if (!traces.has(name)) traces.set(name, Promise.resolve(source()));
  return traces.get(name)!;
}
