import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { LruKTwin } from '../../../test/eviction/twins/lru-k.ts';
import { RecencyTwin } from '../../../test/eviction/twins/recency.ts';

describeEvictionPolicy('lru-k', context => new LruKTwin(context, 2, 1, 0));
describeEvictionPolicy('lru-k:k=1', () => new RecencyTwin('oldest'));
describeEvictionPolicy('lru-k:k=3,history=0.5', context => new LruKTwin(context, 3, 0.5, 0));
describeEvictionPolicy('lru-k:history=0,correlated=3', context => new LruKTwin(context, 2, 0, 3));
describeEvictionPolicy('lru-k:k=3,history=2,correlated=8', context => new LruKTwin(context, 3, 2, 8));

test('one use in a scan does not take the place of entries used twice', () => {
  const cache = new FlatCache('lru-k', 4).request(0, 1, 0, 1, 10, 11, 12, 13, 14, 15);
  expect(cache.resident).toEqual(new Set([0, 1, 14, 15]));
});

test('of entries used K times the one goes whose K-th last use lies furthest back', () => {
  // The last uses but one are at time 1 for 0 and 2 for 1, the last ones at time 4 for 0 and 3 for 1.
  const requests = [0, 1, 1, 0, 2];
  expect(new FlatCache('lru-k', 2).request(...requests).evicted).toEqual([0]);
  expect(new FlatCache('lru-k:k=1', 2).request(...requests).evicted).toEqual([1]);
});

test('a retained history counts when the entry comes back', () => {
  // 2 evicts 0, which returns at time 4 in the place of 1. Then 3 finds 2 with one use and 0 with two, so that 2 goes, though
  // it is not the last to come; without history 2 and 0 have one use each, and 2 goes as well, but next 0 before 3.
  const requests = [0, 1, 2, 0, 3, 4];
  expect(new FlatCache('lru-k', 2).request(...requests).evicted).toEqual([0, 1, 2, 3]);
  expect(new FlatCache('lru-k:history=0', 2).request(...requests).evicted).toEqual([0, 1, 2, 0]);
});

test('uses in quick succession count as one, and spare the entry meanwhile', () => {
  // With a period of 2 the uses of 0 at times 1 and 2 are one, and so are those of 1 at 3 and 4. At time 5 the period of 0 is
  // over and that of 1 is not, so 0 goes; without the period 0 goes too, for its K-th last use, at time 1. At time 6 the period of
  // 1 is not yet over, and that of 2 neither: 1 goes, the less recent. Without it 2 goes, which was used once.
  const requests = [0, 0, 1, 1, 2, 3];
  expect(new FlatCache('lru-k:correlated=2', 2).request(...requests).evicted).toEqual([0, 1]);
  expect(new FlatCache('lru-k', 2).request(...requests).evicted).toEqual([0, 2]);
});
