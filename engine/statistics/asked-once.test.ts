import { expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import { DELETE, SET } from '../../workloads/requests.ts';
import { askedOnce } from './asked-once.ts';

it('counts the gets for keys that no other get asks for, whatever was set or deleted', () => {
  const recorder = new Recorder(['op']);
  for (const id of [0, 1, 2, 0, 3, 0, 2]) recorder.add(id);
  recorder.add(1, { op: SET });
  recorder.add(3, { op: DELETE });
  // 1 and 3 are asked for once, in 2 of 7 gets.
  expect(askedOnce(recorder.finish())).toBeCloseTo(2 / 7, 12);
});

it('is nothing where nobody asks', () => {
  expect(askedOnce(new Recorder([]).finish())).toBe(0);
});
