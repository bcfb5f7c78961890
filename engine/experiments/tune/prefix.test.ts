import { expect, test } from 'vitest';
import { Recorder } from '../../../workloads/recorder.ts';
import { DELETE, GET, SET } from '../../../workloads/requests.ts';
import { synthesize } from '../../synthesize.ts';
import { keysOf } from './looks.ts';
import { prefixOf } from './prefix.ts';

function ids(requests: ReturnType<typeof prefixOf>): number[] {
  return [...requests.batches].flatMap(({ id, length }) => [...id.subarray(0, length)]);
}

test('the first records are a workload of their own: its keys, gets and bytes are those that appear in it', () => {
  const recorder = new Recorder(['op', 'size', 'time']);
  recorder.add(0, { op: SET, size: 10, time: 1 });
  recorder.add(1, { op: GET, size: 20, time: 2 });
  recorder.add(0, { op: GET, size: 30, time: 3 });
  recorder.add(2, { op: DELETE, size: 5, time: 4 });
  recorder.phase('later');
  recorder.add(3, { op: GET, size: 70, time: 5 });
  const whole = recorder.finish();
  const first = prefixOf(whole, 3);
  // The size last seen counts: 30 of key 0, 20 of key 1.
  expect(first).toMatchObject({ universe: 2, gets: 2, operations: 3, bytes: 50, phases: [] });
  expect(ids(first)).toEqual([0, 1, 0]);
  expect([...first.batches.at(0)!.time!]).toEqual([1, 2, 3]);
  expect(prefixOf(whole, 5)).toBe(whole);
});

test('where keys are known by their numbers, those that come later are there, so that they may be fetched', () => {
  const whole = synthesize('scan', { requests: 20_000 });
  expect(whole.keys).toBeDefined();
  expect(prefixOf(whole, 1_000)).toMatchObject({ universe: whole.universe, keys: whole.keys });
});

test('it ends where it should in the midst of many batches', () => {
  const whole = synthesize('zipf:keys=5000', { requests: 200_000 });
  const first = prefixOf(whole, 150_001);
  expect(first.batches.length).toBe(3);
  expect(ids(first)).toEqual(ids(whole).slice(0, 150_001));
  expect(first.batches.at(2)!.id.length).toBe(150_001 - 2 * 65_536);
  expect(first.batches.at(3)).toBeUndefined();
  expect(keysOf(whole, 10)).toBe(new Set(ids(whole).slice(0, 10)).size);
});
