import { expect, test } from 'vitest';
import { column, feed } from '../testing/feed.ts';

test('each line is the key of a get', () => {
  const { requests, format } = feed('7\n9\n7\nimage.png\n');
  expect(format).toBe('keys');
  expect(column(requests, 'id')).toEqual([0, 1, 0, 2]);
  expect(requests).toMatchObject({ gets: 4, universe: 3, bytes: null, columns: [] });
});

test('the markers of the LIRS form are no requests, wherever they stand', () => {
  const { requests } = feed('0\r\n1\r\n*\r\n0\r\n*', { format: 'lirs' });
  expect(column(requests, 'id')).toEqual([0, 1, 0]);
});

test('blank lines and blanks around a key do not count', () => {
  expect(column(feed('\n 5\n5 \n\t\n  6\n').requests, 'id')).toEqual([0, 0, 1]);
});

test('a word that only begins with an asterisk is a key', () => {
  expect(column(feed('*a\n**\n*a\n').requests, 'id')).toEqual([0, 1, 0]);
});

test('numbers beyond 2^53 are told apart', () => {
  expect(feed('9007199254740993\n9007199254740992\n18446744073709551615\n').requests.universe).toBe(3);
});

test('a trace of markers only holds no requests', () => {
  expect(() => feed('*\n\n*\n')).toThrow('trace: the trace holds no requests');
});
