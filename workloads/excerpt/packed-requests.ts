import type { Column, Requests } from '../requests.ts';
import { type Packing, pack, packingOf, unpack } from '../store/packing.ts';
import { ticksOf, timesOf } from './clock.ts';
import { batchesOf, type ColumnName, columnFor, type Values, wholeColumn } from './columns.ts';

/** Requests as a short text and bytes that compress well: a report carries them. Nothing is lost. */
export interface PackedRequests extends Omit<Requests, 'batches'> {
  /** In the order of their bytes. */
  readonly packed: readonly PackedColumn[];
  readonly bytesPacked: Uint8Array;
}

interface PackedColumn {
  readonly name: ColumnName;
  /** Whether there is a value for each record, or one for each id, where all its records say the same. */
  readonly by: 'record' | 'id';
  readonly packing: Packing;
  /** Where the values are the steps of a clock. */
  readonly clock?: { readonly perSecond: number; readonly first: number };
}

/** What a record says of its key more often than of itself. */
const OF_KEYS: readonly ColumnName[] = ['size', 'type', 'priority', 'ttl'] satisfies Column[];

/** Writes requests down; all of them must be in memory. */
export function packRequests(requests: Requests): PackedRequests {
  const { batches: _, ...rest } = requests;
  const ids = wholeColumn(requests, 'id');
  const packed: PackedColumn[] = [];
  const pieces: Uint8Array[] = [];
  const add = (column: Omit<PackedColumn, 'packing'>, values: Values) => {
    const packing = packingOf(values);
    packed.push({ ...column, packing });
    pieces.push(planesOf(values, packing));
  };
  add({ name: 'id', by: 'record' }, ids);
  for (const name of requests.columns) {
    const values = wholeColumn(requests, name);
    const ofKeys = OF_KEYS.includes(name) ? valuesById(ids, values, columnFor(name, requests.universe)) : null;
    const ticks = name === 'time' ? ticksOf(values as Float64Array) : null;
    if (ofKeys) add({ name, by: 'id' }, ofKeys);
    else if (ticks) add({ name, by: 'record', clock: { perSecond: ticks.perSecond, first: ticks.first } }, ticks.steps);
    else add({ name, by: 'record' }, values);
  }
  return { ...rest, packed, bytesPacked: joined(pieces) };
}

/** The inverse of `packRequests`. */
export function unpackRequests({ packed, bytesPacked, ...rest }: PackedRequests): Requests {
  const columns = new Map<ColumnName, Values>();
  let at = 0;
  for (const { name, by, packing, clock } of packed) {
    const values = columnFor(name, by === 'id' ? rest.universe : rest.operations);
    at = fromPlanes(values, packing, bytesPacked, at);
    columns.set(
      name,
      by === 'id'
        ? spread(values, columns.get('id')!, columnFor(name, rest.operations))
        : clock
          ? timesOf({ ...clock, steps: values as Float64Array })
          : values,
    );
  }
  return { ...rest, batches: batchesOf(columns, rest.operations) };
}

/** By id, what all its records say; null when some id's records do not say the same. */
function valuesById(ids: Values, values: Values, byId: Values): Values | null {
  const seen = new Uint8Array(byId.length);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (seen[id] === 1 && byId[id] !== values[i]) return null;
    seen[id] = 1;
    byId[id] = values[i]!;
  }
  return byId;
}

function spread(byId: Values, ids: Values, values: Values): Values {
  for (let i = 0; i < ids.length; i++) values[i] = byId[ids[i]!]!;
  return values;
}

/** All first bytes of the values, then all second bytes: alike stands by alike, which is what a compressor can use. */
function planesOf(values: Values, packing: Packing): Uint8Array {
  const { width } = packing;
  const { length } = values;
  const buffer = new ArrayBuffer(width * length);
  pack(values, packing, buffer, 0);
  const rows = new Uint8Array(buffer);
  const planes = new Uint8Array(rows.length);
  for (let i = 0; i < length; i++) for (let b = 0; b < width; b++) planes[b * length + i] = rows[i * width + b]!;
  return planes;
}

/** @returns where the next column begins */
function fromPlanes(values: Values, packing: Packing, bytes: Uint8Array, at: number): number {
  const { width } = packing;
  const { length } = values;
  const rows = new Uint8Array(width * length);
  for (let i = 0; i < length; i++) for (let b = 0; b < width; b++) rows[i * width + b] = bytes[at + b * length + i]!;
  unpack(values, packing, rows.buffer, 0);
  return at + rows.length;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
