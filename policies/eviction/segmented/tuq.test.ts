import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { TuqTwin } from '../../../test/eviction/twins/tuq.ts';

describeEvictionPolicy('tuq', context => new TuqTwin(context, 0.33, 0.33));
describeEvictionPolicy('tuq:hot=0.5,warm=0.2', context => new TuqTwin(context, 0.5, 0.2));
describeEvictionPolicy('tuq:hot=0,warm=1', context => new TuqTwin(context, 0, 1));

test('what was hit while cold survives a scan longer than the cache', () => {
  // Two hot at most: 2 and 3 push 0 and 1 to the cold queue, where a hit makes them warm. The scan goes from hot to cold.
  const cache = new FlatCache('tuq', 7).request(0, 1, 2, 3, 0, 1, 10, 11, 12, 13, 14, 15, 16);
  expect(cache.resident).toEqual(new Set([0, 1, 12, 13, 14, 15, 16]));
});

test('a hit on a hot entry keeps it hot, and so does not save it from a scan', () => {
  const cache = new FlatCache('tuq', 7).request(0, 0, 0, 10, 11, 12, 13, 14, 15, 16);
  expect(cache.resident.has(0)).toBe(false);
});

test('what slips from the warm queue becomes the youngest of the cold', () => {
  // One hot and one warm at most. 3 is hot, 0, 1 and 2 are cold, 0 becomes warm; 1 takes its place, so the cold are 2 and 0.
  const cache = new FlatCache('tuq', 4).request(0, 1, 2, 3, 0, 1, 4, 5);
  expect(cache.evicted).toEqual([2, 0]);
});

test('an entry too large for the hot queue starts cold', () => {
  // 3 bytes may be hot: 0 is. 1 has 4 bytes and is cold, so it goes before 0, which has been there for longer.
  const cache = new FlatCache('tuq', 10, [3, 4, 2, 2]).request(0, 1, 2, 3);
  expect(cache.evicted).toEqual([1]);
});
