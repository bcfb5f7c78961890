import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { FrdTwin } from '../../../test/eviction/twins/frd.ts';

describeEvictionPolicy('frd', context => new FrdTwin(context, 0.9));
describeEvictionPolicy('frd:main=0.5', context => new FrdTwin(context, 0.5));

const scan = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);

test('a scan passes through the filter and leaves the main space alone', () => {
  // 9 of 10 entries are main: 0 … 8. The filter holds 9, then each id of the scan in turn.
  const cache = new FlatCache('frd', 10).request(...scan(0, 10), ...scan(20, 30));
  expect(cache.resident).toEqual(new Set([...scan(0, 9), 49]));
  // Half of the cache is main: the filter holds the last five.
  const halved = new FlatCache('frd:main=0.5', 10).request(...scan(0, 10), ...scan(20, 30));
  expect(halved.resident).toEqual(new Set([...scan(0, 5), ...scan(45, 5)]));
});

test('an id that returns after the filter let it go takes the place of the oldest main entry', () => {
  // Main = 0 1, filter = 2 3. 4 and 5 take 2 and 3, which came before the first eviction and left no history.
  const cache = new FlatCache('frd:main=0.5', 4).request(0, 1, 2, 3, 4, 5);
  expect(cache.evicted).toEqual([2, 3]);
  // 6 takes 4, which left history: its return makes it main, in place of 0; the filter stays 5 6.
  expect(cache.request(6, 4).evicted).toEqual([2, 3, 4, 0]);
  // 2 is a stranger: it takes 5 from the filter.
  expect(cache.request(2).evicted).toEqual([2, 3, 4, 0, 5]);
});

test('uses in quick succession stay in the filter', () => {
  // 3 is used over and over while it is in the filter, and leaves for 4 and 5 all the same.
  const cache = new FlatCache('frd:main=0.5', 4).request(0, 1, 2, 3, 3, 3, 4, 5);
  expect(cache.evicted).toEqual([2, 3]);
});

test('history older than the oldest main entry is forgotten', () => {
  // Stack: 6 5 4 1 0 with 0 and 1 main; 4 has left the filter. Hits on 0 and 1 leave 4 at the bottom, where it is removed.
  const cache = new FlatCache('frd:main=0.5', 4).request(0, 1, 2, 3, 4, 5, 6, 0, 1);
  expect(cache.evicted).toEqual([2, 3, 4]);
  // So 4 is a stranger and takes 5 from the filter instead of a main entry.
  expect(cache.request(4).evicted).toEqual([2, 3, 4, 5]);
});
