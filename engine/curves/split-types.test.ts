import { expect, it } from 'vitest';
import { inMemory } from '../../workloads/batch-sink.ts';
import { Recorder } from '../../workloads/recorder.ts';
import { DELETE, GET, SET } from '../../workloads/requests.ts';
import { Overflow } from '../../workloads/store/file/overflow.ts';
import { runCells } from '../experiments/mrc.ts';
import { byType } from './by-type.ts';
import { splitTypes } from './split-types.ts';

const MODEL = 2;
const RESULT = 3;

function recordsOf({ batches }: Parameters<typeof byType>[0]) {
  return [...batches].flatMap(({ length, id, op, size, time }) =>
    Array.from({ length }, (_, i) => [id[i]!, op?.[i] ?? GET, size?.[i] ?? 1, time?.[i] ?? null]),
  );
}

it('each type has its requests under ids of its own, and a delete goes to the types that know the key', () => {
  const recorder = new Recorder(['op', 'type', 'size']);
  recorder.add(0, { type: MODEL, size: 10 });
  recorder.add(1, { type: RESULT, size: 20 });
  recorder.add(2, { type: RESULT, size: 30, op: SET });
  recorder.add(1, { op: DELETE, size: 1 });
  recorder.add(2, { type: MODEL, size: 31 });
  recorder.add(1, { type: RESULT, size: 21 });
  const parts = splitTypes(recorder.finish(), inMemory);
  expect(parts.map(({ type }) => type)).toEqual(['model', 'result']);
  const [model, result] = parts.map(each => each.requests);
  expect(recordsOf(model!)).toEqual([
    [0, GET, 10, null],
    [1, GET, 31, null],
  ]);
  expect(recordsOf(result!)).toEqual([
    [0, GET, 20, null],
    [1, SET, 30, null],
    [0, DELETE, 1, null],
    [0, GET, 21, null],
  ]);
  expect(model).toMatchObject({ universe: 2, gets: 2, operations: 2, bytes: 41 });
  expect(result).toMatchObject({ universe: 2, gets: 2, operations: 4, bytes: 51 });
});

it('time goes on as in the whole workload where lifetimes count it', () => {
  const recorder = new Recorder(['type', 'ttl']);
  for (let i = 0; i < 6; i++) recorder.add(i, { type: i === 5 ? MODEL : RESULT, ttl: 1 });
  const [model] = splitTypes(recorder.finish(), inMemory);
  // The sixth request of a thousand a second.
  expect(recordsOf(model!.requests)).toEqual([[0, GET, 1, 0.005]]);
});

it.each([
  ['in memory', inMemory],
  ['in a file', () => new Overflow([], 1_000)],
])('a cache for one type hits as often as with the ids of the whole workload, %s', (_where, sinkFor) => {
  const recorder = new Recorder(['type', 'op'], sinkFor());
  let state = 1;
  for (let i = 0; i < 70_000; i++) {
    state = (state * 48_271) % 2_147_483_647;
    const type = state % 4;
    recorder.add((state >>> 3) % (100 * (type + 1)), { type, op: state % 17 === 0 ? DELETE : GET });
  }
  const whole = recorder.finish();
  const cells = ['lru', 'sieve', 'opt'].map(policy => ({ policy, capacity: 40, unit: 'entries', seed: 1 }) as const);
  const hits = (requests: typeof whole) => runCells(requests, cells).map(({ row }) => [row.requests, row.hits]);
  expect(splitTypes(whole, sinkFor).map(each => hits(each.requests))).toEqual(byType(whole).map(hits));
});
