import { expect, test } from 'vitest';
import { column, feed } from '../testing/feed.ts';

test('a line is the time, the key and the size of a get', () => {
  const { requests, format } = feed('1 a 10\n2.5\tb  20\n2.5 a 30\n');
  expect(format).toBe('time-id-size');
  expect(column(requests, 'id')).toEqual([0, 1, 0]);
  expect(column(requests, 'time')).toEqual([1, 2.5, 2.5]);
  expect(column(requests, 'size')).toEqual([10, 20, 30]);
  // The sizes last seen: a 30, b 20.
  expect(requests.bytes).toBe(50);
});

test('an object of size 0 counts as 1 byte', () => {
  expect(column(feed('1 a 0\n2 b 7\n').requests, 'size')).toEqual([1, 7]);
});

test.each([
  ['1 a 10\n2 b\n', 'trace:2:1: found 2 fields, expected 3: time id size (1 good request before it)'],
  ['1 a 10\n2 b x\n3 c 1\n', 'trace:2:5: size "x" is not a number (1 good request before it)'],
  ['1 a 10\n2 b -4\n3 c 1\n', 'trace:2:5: size "-4" is negative (1 good request before it)'],
  ['1 a 10\n2 b 1.5\n3 c 1\n', 'trace:2:5: size "1.5" is not a whole number'],
  ['1 a 10\n2 b 10\nnoon c 1\n', 'trace:3:1: time "noon" is not a number (2 good requests before it)'],
])('%j is refused with its place', (content, message) => {
  expect(() => feed(content)).toThrow(message);
});
