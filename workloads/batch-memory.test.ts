import { expect, test } from 'vitest';
import { shorten, withColumns } from './batch-memory.ts';
import type { Batch } from './requests.ts';

/** As batches of a file are: nothing of it is the object's own but its length. */
class ReadWhenLookedAt implements Batch {
  readonly length = 3;
  readonly op = null;
  readonly type = null;
  readonly priority = null;
  readonly ttl = null;
  readonly client = null;
  get id(): Int32Array {
    return Int32Array.of(4, 5, 6);
  }
  get time(): Float64Array {
    return Float64Array.of(1, 2, 3);
  }
  get size(): Float64Array {
    return Float64Array.of(10, 20, 30);
  }
}

test('a batch made of one that is read when it is looked at has all its columns', () => {
  const time = Float64Array.of(7, 8, 9);
  const other = withColumns(new ReadWhenLookedAt(), { time });
  expect(other.time).toBe(time);
  expect([...other.id]).toEqual([4, 5, 6]);
  expect([...other.size!]).toEqual([10, 20, 30]);
  expect(other).toMatchObject({ length: 3, op: null });
  const beginning = shorten(new ReadWhenLookedAt(), 2);
  expect([beginning.length, [...beginning.id], [...beginning.time!]]).toEqual([2, [4, 5], [1, 2]]);
});
