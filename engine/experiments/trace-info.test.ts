import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Details, Recorder } from '../../workloads/recorder.ts';
import { BATCH_LENGTH, type Column, DELETE, GET, SET } from '../../workloads/requests.ts';
import { Reuse } from '../statistics/reuse.ts';
import { traceInfo } from './trace-info.ts';

function info(columns: readonly Column[], records: readonly (readonly [id: number, details?: Details])[]) {
  const recorder = new Recorder(columns);
  for (const [id, details] of records) recorder.add(id, details);
  return traceInfo(recorder.finish());
}

const gets = (...ids: number[]) =>
  info(
    [],
    ids.map(id => [id]),
  );

test('one-hit wonders, the most popular keys and the keys of half the gets are counted', () => {
  // Gets per key: 0 has 5, 1 has 2, 2 and 3 one each: 9 in all, of which key 0 alone has half.
  const { popularity } = gets(0, 1, 0, 0, 2, 0, 1, 3, 0);
  expect(popularity).toEqual({
    keys: 4,
    oneHitWonders: 2,
    keysOfHalf: 1,
    // The first, and the top half; 0.1 %, 1 % and 10 % of four keys are none.
    top: [
      { keys: 1, requests: 5 },
      { keys: 2, requests: 7 },
    ],
    zipf: null,
  });
});

test('popularity is about gets: keys that are only set or deleted have none', () => {
  const { popularity, operations } = info(['op'], [[0, { op: SET }], [0], [1, { op: SET }], [2, { op: DELETE }]]);
  expect(popularity).toMatchObject({ keys: 1, oneHitWonders: 1, top: [{ keys: 1, requests: 1 }] });
  expect(operations).toEqual([
    { name: 'get', operations: 1 },
    { name: 'set', operations: 2 },
    { name: 'delete', operations: 1 },
  ]);
});

test('reuse is counted from the last get or set of the key, and a delete makes the next get a first one', () => {
  const { reuse } = info(['op'], [[0, { op: SET }], [1], [0], [0, { op: DELETE }], [0], [1]]);
  // Record 1 and 4 are first gets, the latter after the delete; record 2 comes 2 after the set, record 5 comes 4 after record 1.
  expect(reuse.compulsoryMisses).toBe(2);
  expect(reuse.reuses).toBe(2);
  expect(reuse.distance).toEqual({ p10: 2, p50: 2, p90: 4, max: 4 });
  expect(reuse.decades).toEqual([
    { upTo: 1, reuses: 0 },
    { upTo: 10, reuses: 2 },
  ]);
});

test('reuse agrees with a search through all records before', () => {
  const record = fc.tuple(fc.nat(8), fc.constantFrom(GET, GET, GET, SET, DELETE));
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 100 }), records => {
      const distances: number[] = [];
      let first = 0;
      records.forEach(([id, op], i) => {
        if (op !== GET) return;
        const last = records.findLastIndex(([other], j) => j < i && other === id);
        if (last < 0 || records[last]![1] === DELETE) first++;
        else distances.push(i - last);
      });
      distances.sort((a, b) => a - b);
      const { reuse } = info(
        ['op'],
        records.map(([id, op]) => [id, { op }]),
      );
      expect([reuse.compulsoryMisses, reuse.reuses]).toEqual([first, distances.length]);
      expect(reuse.distance?.p50).toBe(distances[Math.max(0, Math.ceil(distances.length / 2) - 1)]);
      expect(reuse.distance?.max).toBe(distances.at(-1));
      const upToTen = (upTo: number) => reuse.decades.find(each => each.upTo === upTo)?.reuses ?? 0;
      expect(upToTen(1) + upToTen(10)).toBe(distances.filter(each => each <= 10).length);
      expect(upToTen(100)).toBe(distances.filter(each => each > 10).length);
    }),
  );
});

test('sizes are told of keys, each with its last, and of what gets ask for', () => {
  const { sizes } = info(
    ['op', 'size'],
    [
      [0, { size: 10 }],
      [1, { size: 100, op: SET }],
      [0, { size: 20 }],
      [0, { size: 20 }],
    ],
  );
  // The keys are 20 and 100 bytes; gets ask for 10, 20 and 20.
  expect(sizes).toEqual({
    keys: { min: 20, mean: 60, p50: 20, p99: 100, max: 100 },
    requests: { min: 10, mean: 50 / 3, p50: 20, p99: 20, max: 20 },
    bytesRequested: 50,
    changes: 1,
  });
});

test('the working set is told of ten equal parts, over the ends of batches', () => {
  // Each part asks for two keys in turn; from the second part on one of them is new.
  const length = 2 * BATCH_LENGTH;
  const recorder = new Recorder(['time', 'size']);
  const starts = Array.from({ length: 11 }, (_, w) => Math.ceil((w * length) / 10));
  for (let w = 0; w < 10; w++)
    for (let i = starts[w]!; i < starts[w + 1]!; i++) recorder.add(w + (i % 2), { time: i / 2, size: 5 });
  const { workingSet } = traceInfo(recorder.finish());
  expect(workingSet).toEqual(
    starts.slice(0, 10).map((from, w) => ({
      from,
      operations: starts[w + 1]! - from,
      seconds: from / 2,
      keys: 2,
      newKeys: w === 0 ? 2 : 1,
      bytes: 10,
    })),
  );
});

test('a workload of fewer than ten records has as many parts, and one without times or sizes says so', () => {
  const { workingSet, time, sizes, columns } = gets(0, 1, 0);
  expect(workingSet.map(({ from, keys, newKeys }) => [from, keys, newKeys])).toEqual([
    [0, 1, 1],
    [1, 1, 1],
    [2, 1, 0],
  ]);
  expect([time, sizes, workingSet[0]!.seconds, workingSet[0]!.bytes, columns]).toEqual([null, null, null, null, []]);
});

test('the clock is told from the earliest to the latest time, and where it steps back', () => {
  expect(
    info(
      ['time'],
      [3, 5, 4, 9, 2].map(time => [0, { time }]),
    ).time,
  ).toEqual({ from: 2, to: 9, stepsBack: 2 });
});

test('types, priorities, lifetimes and clients are counted where records have them', () => {
  const { types, priorities, ttl, clients } = info(
    ['type', 'priority', 'ttl', 'client'],
    [
      [0, { type: 2, ttl: 60, client: 1 }],
      [0, { type: 2, priority: 1, ttl: 30 }],
      [0, { client: 2 }],
      [0, { ttl: 60 }],
    ],
  );
  expect(types).toEqual([
    { name: 'general', operations: 2 },
    { name: 'model', operations: 2 },
  ]);
  expect(priorities).toEqual([
    { name: 'normal', operations: 3 },
    { name: 'medium', operations: 1 },
  ]);
  expect(ttl).toMatchObject({ operations: 3, min: 30, max: 60 });
  expect(ttl!.p50 / 60).toBeCloseTo(1, 2);
  expect(clients).toBe(3);
  expect(gets(0)).toMatchObject({ types: [], priorities: [], ttl: null, clients: 0 });
});

test('phases are numbers of gets, and progress ends with all records', () => {
  const recorder = new Recorder(['op']);
  recorder.add(0, { op: SET });
  recorder.add(0);
  recorder.phase('later');
  recorder.add(0);
  const seen: (readonly [number, number])[] = [];
  const { phases } = traceInfo(recorder.finish(), (...counts) => seen.push(counts));
  expect(phases).toEqual([{ at: 1, label: 'later' }]);
  expect(seen.at(-1)).toEqual([3, 3]);
});

test('distances lie in bins of equal width on a logarithmic axis, but for those in which no whole number lies', () => {
  const recorder = new Recorder([]);
  // Gets of the same key 1, 2, 3 and 9 records apart, the last of them of key 1.
  const ids = [0, 0, 1, 0, 2, 3, 0, 4, 5, 6, 7, 1];
  for (const id of ids) recorder.add(id);
  const requests = recorder.finish();
  const reuse = new Reuse(requests.universe);
  for (const batch of requests.batches) reuse.take(batch, 0);
  const bins = reuse.distribution();
  // Edges are powers of 10 ^ (1 / 5): 1, 1.58, 2.5, 4, 6.3, 10; between the first two lies no whole number.
  expect(bins.map(({ reuses }) => reuses)).toEqual([1, 1, 1, 0, 1]);
  expect(bins.map(({ to }) => Math.floor(to))).toEqual([1, 2, 3, 6, 10]);
});
