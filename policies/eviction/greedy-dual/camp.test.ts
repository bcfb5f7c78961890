import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { CampTwin } from '../../../test/eviction/twins/camp.ts';

describeEvictionPolicy('camp', context => new CampTwin(context, 5));
describeEvictionPolicy('camp:precision=1', context => new CampTwin(context, 1));
describeEvictionPolicy('camp:precision=2', context => new CampTwin(context, 2));

test('a small entry outlives a large one that was used after it', () => {
  // 0 of 8 bytes makes 8 the largest size; 1 of 1 byte has ratio 8, 2 of 8 bytes 1. For 3, 0 goes and then 2.
  const cache = new FlatCache('camp', 17, [8, 1, 8, 16]).request(0, 1, 2, 3);
  expect(cache.evicted).toEqual([0, 2]);
});

test('few significant bits put neighbouring ratios into one LRU queue', () => {
  // 12 is the largest size; 1 of 2 bytes has ratio 6, 2 of 3 bytes 4. One bit makes both 4, so the older goes after 0, while three
  // bits let the larger go.
  const sizes = [12, 2, 3, 13];
  expect(new FlatCache('camp:precision=1', 17, sizes).request(0, 1, 2, 3).evicted).toEqual([0, 1]);
  expect(new FlatCache('camp:precision=3', 17, sizes).request(0, 1, 2, 3).evicted).toEqual([0, 2]);
});

test('ratios beyond 31 bits count as the largest', () => {
  // The first entry has more than 2^31 bytes, so the ratios of 1 and 2 bytes are both out of range: LRU between them.
  const cache = new FlatCache('camp', 2 ** 33, [2 ** 33 - 3, 1, 2, 2 ** 33 - 1]).request(0, 1, 2, 3);
  expect(cache.evicted).toEqual([0, 1, 2]);
});
