import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Details, priorityCode, Recorder, typeCode } from './recorder.ts';
import { BATCH_LENGTH, COLUMNS, type Column, DELETE, GET, NO_TTL, type Requests, SET } from './requests.ts';
import { written } from './synthetic/testing/made.ts';

const DEFAULTS = { time: 0, op: GET, size: 1, type: 0, priority: 0, ttl: NO_TTL, client: 0 };

const details = fc.option(
  fc.record(
    {
      time: fc.double({ noNaN: true, noDefaultInfinity: true }),
      op: fc.constantFrom(GET, SET, DELETE),
      size: fc.integer({ min: 1, max: 2 ** 40 }),
      type: fc.integer({ min: 0, max: 3 }),
      priority: fc.integer({ min: 0, max: 2 }),
      ttl: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      client: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);
const record = fc.tuple(fc.integer({ min: 0, max: 3_000 }), details);
const columns = fc.uniqueArray(fc.constantFrom(...COLUMNS));

/** What the batches must say: the details of the columns there are, and the default of every other. */
function expected(id: number, given: Details | undefined, present: readonly Column[]) {
  const kept = Object.entries(given ?? {}).filter(([name]) => present.includes(name as Column));
  return { id, ...DEFAULTS, ...Object.fromEntries(kept) };
}

describe('a recorder', () => {
  it('gives back what was added, across the boundary of a batch, and leaves out what it has no column for', () => {
    fc.assert(
      fc.property(columns, fc.array(record, { maxLength: 40 }), fc.boolean(), (present, records, far) => {
        const recorder = new Recorder(present);
        const before = far ? BATCH_LENGTH - 20 : 0;
        for (let i = 0; i < before; i++) recorder.add(0);
        for (const [id, given] of records) recorder.add(id, given);
        const result = recorder.finish();
        const wanted = records.map(([id, given]) => expected(id, given, present));
        // Compared from the end: the records before the boundary are all alike.
        const last = [...result.batches].slice(-2);
        const found = written({ ...result, batches: last }).slice(-records.length || Number.POSITIVE_INFINITY);
        expect(found).toEqual(wanted);
        expect(result.columns).toEqual(COLUMNS.filter(column => present.includes(column)));
        expect(result.operations).toBe(before + records.length);
        expect(result.gets).toBe(before + wanted.filter(each => each.op === GET).length);
        expect(result.universe).toBe(Math.max(before > 0 ? 1 : 0, ...wanted.map(each => each.id + 1)));
        const sizes = new Map<number, number>(before > 0 ? [[0, 1]] : []);
        for (const { id, size } of wanted) sizes.set(id, size);
        const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
        expect(result.bytes).toBe(present.includes('size') ? bytes : null);
      }),
      { numRuns: 60 },
    );
  });

  it('takes columns of many records as it takes the records one by one, whichever columns both have', () => {
    fc.assert(
      fc.property(columns, columns, fc.array(record, { minLength: 1, maxLength: 40 }), (present, given, records) => {
        const [single, many, source] = [new Recorder(present), new Recorder(present), new Recorder(given)];
        // Some before the boundary of a batch, and the others after it.
        for (const recorder of [single, many]) for (let i = 0; i < BATCH_LENGTH - 20; i++) recorder.add(7);
        for (const [id, details] of records) {
          const known = Object.entries(details ?? {}).filter(([name]) => given.includes(name as Column));
          single.add(id, Object.fromEntries(known));
          source.add(id, details);
        }
        many.addAll(source.finish().batches.at(0)!);
        expect(many.gets).toBe(single.gets);
        expect(many.operations).toBe(single.operations);
        const [expected, found] = [single.finish(), many.finish()];
        const last = (requests: Requests) => written({ ...requests, batches: [...requests.batches].slice(-1) });
        expect(last(found).slice(-records.length)).toEqual(last(expected).slice(-records.length));
        expect({ ...found, batches: null }).toEqual({ ...expected, batches: null });
      }),
      { numRuns: 20 },
    );
  });

  it('fills batches to their length and shortens the last', () => {
    const lengths = (count: number) => {
      const recorder = new Recorder([]);
      for (let i = 0; i < count; i++) recorder.add(i);
      return [...recorder.finish().batches].map(batch => [batch.length, batch.id.length]);
    };
    expect(lengths(0)).toEqual([]);
    expect(lengths(3)).toEqual([[3, 3]]);
    expect(lengths(BATCH_LENGTH)).toEqual([[BATCH_LENGTH, BATCH_LENGTH]]);
    expect(lengths(BATCH_LENGTH + 1)).toEqual([
      [BATCH_LENGTH, BATCH_LENGTH],
      [1, 1],
    ]);
  });

  it('counts operations and gets while it records', () => {
    const recorder = new Recorder(['op']);
    const counts = [];
    for (const op of [GET, SET, DELETE, GET]) {
      recorder.add(0, { op });
      counts.push([recorder.operations, recorder.gets]);
    }
    expect(counts).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 2],
    ]);
  });

  it('marks a phase at the record that comes next', () => {
    const recorder = new Recorder([]);
    recorder.phase('first');
    recorder.add(0);
    recorder.add(0);
    recorder.phase('second');
    recorder.add(0);
    expect(recorder.finish().phases).toEqual([
      { at: 0, label: 'first' },
      { at: 2, label: 'second' },
    ]);
  });

  it('lays its batches in shared memory, so that workers replay them without a copy', () => {
    const recorder = new Recorder(['size']);
    recorder.add(0);
    const [batch] = recorder.finish().batches;
    expect(batch!.id.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(batch!.size!.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('takes unknown words for the general type and the normal priority', () => {
    expect(['general', 'features', 'model', 'result', 'FEATURES'].map(typeCode)).toEqual([0, 1, 2, 3, 0]);
    expect(['normal', 'medium', 'high', 'urgent'].map(priorityCode)).toEqual([0, 1, 2, 0]);
  });
});
