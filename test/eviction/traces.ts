import { readTrace } from '../../workloads/traces/file/read-trace.ts';

/** A trace of gets, interned. */
export interface Trace {
  /** By request: the key's number in order of first appearance. */
  readonly ids: Int32Array;
  readonly universe: number;
  /** By request, in bytes; null where the trace knows none. */
  readonly sizes: Float64Array | null;
}

/** A trace of test/fixtures/, with sizes. */
async function readFixture(name: string): Promise<Trace> {
  const file = new URL(`../fixtures/${name}.oracleGeneral.bin.zst`, import.meta.url).pathname;
  const { operations, universe, batches } = (await readTrace(file)).requests;
  const ids = new Int32Array(operations);
  const sizes = new Float64Array(operations);
  let at = 0;
  for (const batch of batches) {
    ids.set(batch.id, at);
    sizes.set(batch.size!, at);
    at += batch.length;
  }
  return { ids, universe, sizes };
}

function sequence(length: number, universe: number, idOf: (request: number) => number): Trace {
  return { ids: Int32Array.from({ length }, (_, request) => idOf(request)), universe, sizes: null };
}

const sources: Readonly<Record<string, () => Promise<Trace> | Trace>> = {
  mixed_150k: () => readFixture('mixed_150k'),
  'zipf0.9_20k_150k': () => readFixture('zipf0.9_20k_150k'),
  /** 0 … 1010, five hundred times. */
  loop: () => sequence(505_500, 1011, request => request % 1011),
  /** 0 … 2000 and back to 0, thirteen times. */
  zigzag: () => sequence(52_001, 2001, request => 2000 - Math.abs(2000 - (request % 4000))),
};

const traces = new Map<string, Promise<Trace>>();

/** The traces of test/fixtures/golden.csv, by their name there; each is made once. */
export function trace(name: string): Promise<Trace> {
  const source = sources[name];
  if (!source) throw new Error(`golden.csv names a trace "${name}" that this file does not make`);
  if (!traces.has(name)) traces.set(name, Promise.resolve(source()));
  return traces.get(name)!;
}
