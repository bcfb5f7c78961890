import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { S3LruTwin } from '../../../test/eviction/twins/s3-lru.ts';

describeEvictionPolicy('s3-lru', context => new S3LruTwin(context, 0.1, 0.9, 1));
describeEvictionPolicy('s3-lru:small=0.4,ghost=0.3,threshold=2', context => new S3LruTwin(context, 0.4, 0.3, 2));

test('a hit moves an entry out of the way of a scan at once', () => {
  // Capacity 4: one for S, three for M. 0 stands in M; the scan passes through S, which has the rest while M is within its share.
  const cache = new FlatCache('s3-lru', 4).request(0, 1, 2, 3, 0, 10, 11, 12, 13);
  expect(cache.evicted).toEqual([1, 2, 3, 10]);
  // With a threshold of two the hit only makes 0 the youngest in S.
  expect(new FlatCache('s3-lru:threshold=2', 4).request(0, 1, 2, 3, 0, 10, 11, 12, 13).evicted).toEqual([1, 2, 3, 0]);
});

test('a newcomer that G remembers enters M', () => {
  // 4 evicts 0, which returns to M for 1; the next three take the others first.
  expect(new FlatCache('s3-lru', 4).request(0, 1, 2, 3, 4, 0, 10, 11, 12, 13).evicted).toEqual([0, 1, 2, 3, 4, 10]);
  // Without a memory 0 enters S again, and leaves it before 10.
  const forgetful = new FlatCache('s3-lru:ghost=0', 4).request(0, 1, 2, 3, 4, 0, 10, 11, 12, 13);
  expect(forgetful.evicted).toEqual([0, 1, 2, 3, 4, 0]);
});

test('when M exceeds its share its least recent entry leaves, and is not remembered', () => {
  // All four are hit and stand in M, which may have three: 0 was hit last, so that 1 leaves for 4. 1 enters S again, and 5 finds M
  // within its share: S evicts 4.
  expect(new FlatCache('s3-lru', 4).request(0, 1, 2, 3, 0, 1, 2, 3, 0, 4).evicted).toEqual([1]);
  expect(new FlatCache('s3-lru', 4).request(0, 1, 2, 3, 0, 1, 2, 3, 0, 4, 1, 5).evicted).toEqual([1, 4, 1]);
});
