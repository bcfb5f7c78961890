import { expect, test } from 'vitest';
import { column, feed, packed } from '../testing/feed.ts';

function trace(...records: (readonly [time: number, id: bigint, size: number, next: bigint])[]): Uint8Array {
  return packed(
    records.flatMap(([time, id, size, next]) => [
      [4, time],
      [8, id],
      [4, size],
      [8, next],
    ]),
  );
}

test('a record is the time, the key and the size of a get', () => {
  const { requests, format } = feed(
    trace([5, 7n, 100, 2n], [5, 9n, 50, -1n], [4_000_000_000, 7n, 120, 2n ** 63n - 1n]),
  );
  expect(format).toBe('oracle-general');
  expect(column(requests, 'id')).toEqual([0, 1, 0]);
  expect(column(requests, 'time')).toEqual([5, 5, 4_000_000_000]);
  expect(column(requests, 'size')).toEqual([100, 50, 120]);
  expect(requests.bytes).toBe(170);
});

test('ids of 64 bits are told apart to the last bit', () => {
  expect(
    column(feed(trace([0, 2n ** 63n, 1, -1n], [0, 2n ** 63n + 1n, 1, -1n], [0, 2n ** 63n, 1, -1n])).requests, 'id'),
  ).toEqual([0, 1, 0]);
});

test('an object of size 0 counts as 1 byte', () => {
  expect(column(feed(trace([0, 1n, 0, -1n], [0, 2n, 9, -1n])).requests, 'size')).toEqual([1, 9]);
});

test('records do not depend on how the bytes are cut into chunks', () => {
  const bytes = trace(...Array.from({ length: 50 }, (_, i) => [i, BigInt(i % 7), i + 1, -1n] as const));
  const whole = feed(bytes, { format: 'oracle-general' }).requests;
  for (const chunkBytes of [1, 7, 24, 25, 100]) {
    const { requests } = feed(bytes, { format: 'oracle-general' }, chunkBytes);
    expect(column(requests, 'id')).toEqual(column(whole, 'id'));
    expect(column(requests, 'size')).toEqual(column(whole, 'size'));
  }
});

test('a trace that ends within a record is refused with the byte at which that record starts', () => {
  const bytes = trace([0, 1n, 10, -1n], [1, 2n, 10, -1n], [2, 3n, 10, -1n]).subarray(0, 2 * 24 + 11);
  expect(() => feed(bytes)).toThrow(
    'trace: byte 48: the last record is cut short: found 11 of 24 bytes (2 good requests before it)',
  );
});

test('a limit reached before the broken end leaves the end alone', () => {
  const bytes = trace([0, 1n, 10, -1n], [1, 2n, 10, -1n]).subarray(0, 24 + 11);
  expect(feed(bytes, { limit: 1 }).requests.gets).toBe(1);
});
