import { expect, test } from 'vitest';
import { column, feed } from '../testing/feed.ts';

test('a line requests as many blocks as it counts, one after the other', () => {
  const { requests, format } = feed('10 3 0 0\n11 1 0 1\n9 2 0 2\n');
  expect(format).toBe('arc');
  // Blocks 10, 11, 12, then 11, then 9, 10.
  expect(column(requests, 'id')).toEqual([0, 1, 2, 1, 3, 0]);
});

test('blocks beyond 2^32 are not those below', () => {
  expect(feed('4294967295 3 0 0\n0 1 0 1\n').requests.universe).toBe(4);
});

test('a limit may end within a range', () => {
  expect(feed('10 5 0 0\n', { limit: 3 }).requests).toMatchObject({ gets: 3, universe: 3 });
});

test.each([
  [
    '1 2 0 0\n1 2\n',
    'trace:2:1: found 2 fields, expected 4: startBlock count ignored requestNo (2 good requests before it)',
  ],
  ['1 2 0 0\n-1 2 0 0\n', 'trace:2:1: start block "-1" is negative'],
  [
    '1 2 0 0\n9007199254740990 2 0 1\n',
    'trace:2:1: the last of 2 blocks from 9007199254740990 has a number beyond 2^53',
  ],
  ['1 2 0 0\n1 99999999 0 0\n', 'trace:2:3: count 99999999 is more than 16777216 blocks'],
])('%j is refused with its place', (content, message) => {
  expect(() => feed(content)).toThrow(message);
});

test('a range of no blocks requests none', () => {
  expect(feed('10 0 0 0\n11 1 0 1\n').requests).toMatchObject({ gets: 1, universe: 1 });
});

test('the last block may be the last number that is exact', () => {
  expect(feed('9007199254740989 2 0 0\n').requests.universe).toBe(2);
});

test('four columns of which the last counts nothing are no ranges', () => {
  // Time, object, size and a feature: read as ranges they would be 10 and 5 blocks of nothing.
  expect(() => feed('1 10 7 3\n2 5 8 3\n')).toThrow('the table has no header (its first line: 1, 10, 7, 3)');
});
