import { expect, test } from 'vitest';
import { column, feed } from '../testing/feed.ts';

const TRACE = 's 0x1fffff50 1\nl 0x1fffff58 1\nl 0x1FFFFF50 6\n';

test('every access is a get of its address', () => {
  const { requests, format } = feed(TRACE);
  expect(format).toBe('address');
  expect(column(requests, 'id')).toEqual([0, 1, 0]);
  expect(requests).toMatchObject({ gets: 3, columns: [] });
});

test('with mapped operations a store is a set', () => {
  const { requests } = feed(TRACE, { mapOps: true });
  expect(column(requests, 'op')).toEqual([1, 0, 0]);
  expect(requests).toMatchObject({ gets: 2, operations: 3 });
});

test('addresses of 64 bits are told apart to the last bit', () => {
  expect(
    column(
      feed('l 0xffffffffffffffff 0\nl 0xfffffffffffffffe 0\nl 0xffffffff 0\nl 0xffffffffffffffff 0\n').requests,
      'id',
    ),
  ).toEqual([0, 1, 2, 0]);
});

test.each([
  ['l 0x1 1\nx 0x1 1\n', 'trace:2:1: found "x", expected l (load) or s (store) (1 good request before it)'],
  ['l 0x1 1\nl 1234 1\n', 'trace:2:3: address "1234" is not 0x and 1 to 16 hexadecimal digits'],
  ['l 0x1 1\nl 0x 1\n', 'trace:2:3: address "0x" is not'],
  ['l 0x1 1\nl 0x10000000000000000 1\n', 'trace:2:3: address "0x10000000000000000" is not'],
  ['l 0x1 1\nl 0x1\n', 'trace:2:1: found 2 fields'],
])('%j is refused with its place', (content, message) => {
  expect(() => feed(content)).toThrow(message);
});
