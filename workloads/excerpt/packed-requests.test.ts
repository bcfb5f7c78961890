import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Details, Recorder } from '../recorder.ts';
import { COLUMNS, type Column, type Requests } from '../requests.ts';
import { firstGets } from './first-gets.ts';
import { packRequests, unpackRequests } from './packed-requests.ts';

type Row = Details & { readonly key: number };

function recorded(rows: readonly Row[], columns: readonly Column[]): Requests {
  const recorder = new Recorder(columns);
  const ids = new Map<number, number>();
  for (const { key, ...details } of rows) {
    if (!ids.has(key)) ids.set(key, ids.size);
    recorder.add(ids.get(key)!, details);
  }
  recorder.phase('end');
  return recorder.finish();
}

/** Batches as plain rows, so that where one batch ends does not matter. */
function rowsOf({ batches, ...rest }: Requests) {
  const rows = [...batches].flatMap(batch =>
    Array.from({ length: batch.length }, (_, i) => ['id' as const, ...COLUMNS].map(name => batch[name]?.[i] ?? null)),
  );
  return { ...rest, rows };
}

const row = fc.record({
  key: fc.nat(20),
  time: fc.oneof(fc.nat(1e6), fc.double({ noNaN: true, min: 0, max: 1e9 })),
  op: fc.nat(2),
  size: fc.nat(2 ** 40),
  type: fc.nat(3),
  priority: fc.nat(2),
  ttl: fc.oneof(fc.constant(-1), fc.double({ noNaN: true, min: 0.001, max: 1e6 })),
  client: fc.nat(1e6),
});

describe('packed requests', () => {
  it('unpack to the same requests, whatever they say', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), fc.subarray([...COLUMNS]), (rows, columns) => {
        const requests = recorded(rows, columns);
        expect(rowsOf(unpackRequests(packRequests(requests)))).toEqual(rowsOf(requests));
      }),
      { numRuns: 100 },
    );
  });

  it('keep whole batches apart, as every other workload does', () => {
    const requests = recorded(
      Array.from({ length: 70_000 }, (_, i) => ({ key: i % 300, time: i / 1e3 })),
      ['time'],
    );
    const unpacked = unpackRequests(packRequests(requests));
    expect([...unpacked.batches].map(batch => batch.length)).toEqual([65_536, 4_464]);
    expect(rowsOf(unpacked)).toEqual(rowsOf(requests));
  });

  it('say what belongs to a key once a key', () => {
    const sizes = (sizeOf: (i: number) => number) =>
      packRequests(
        recorded(
          Array.from({ length: 10_000 }, (_, i) => ({ key: i % 100, size: sizeOf(i) })),
          ['size'],
        ),
      );
    // Ids and sizes below 2 ** 8 are a byte each: 10,000 ids and 100 sizes, or a size for every record.
    expect(sizes(i => i % 100).bytesPacked).toHaveLength(10_100);
    expect(sizes(i => i % 99).bytesPacked).toHaveLength(20_000);
  });

  it('say a time as the milliseconds since the one before, where that loses nothing', () => {
    const times = (time: (i: number) => number) =>
      packRequests(
        recorded(
          Array.from({ length: 10_000 }, (_, i) => ({ key: 0, time: time(i) })),
          ['time'],
        ),
      ).bytesPacked;
    // One id takes nothing; steps of up to 201 ms take a byte each, of up to 301 ms two, and what no clock ticks takes eight.
    expect(times(i => (200 * i + (i % 7)) / 1e3)).toHaveLength(10_000);
    expect(times(i => (300 * i + (i % 7)) / 1e3)).toHaveLength(20_000);
    expect(times(i => Math.PI * i)).toHaveLength(80_000);
  });
});

describe('the first gets of a workload', () => {
  const requests = recorded(
    Array.from({ length: 200_000 }, (_, i) => ({ key: i % 500, op: i % 4 === 3 ? 1 : 0 })),
    ['op'],
  );

  it('end with the get of that number, and so do the facts', () => {
    // Three gets, then a set: the 90,000th get is record 119,998 counted from 0.
    const beginning = firstGets(requests, 90_000);
    expect(beginning).toMatchObject({ gets: 90_000, operations: 119_999, universe: 500, phases: [] });
    expect(rowsOf(beginning).rows).toEqual(rowsOf(requests).rows.slice(0, 119_999));
    expect(firstGets(requests, 100)).toMatchObject({ gets: 100, operations: 133, universe: 133 });
  });

  it('are all of it where it has no more', () => {
    expect(firstGets(requests, 150_000)).toBe(requests);
  });

  it('of a workload of gets alone are as many records', () => {
    const plain = recorded(
      Array.from({ length: 70_000 }, (_, i) => ({ key: i })),
      [],
    );
    expect(firstGets(plain, 66_000)).toMatchObject({ gets: 66_000, operations: 66_000, universe: 66_000 });
  });
});
