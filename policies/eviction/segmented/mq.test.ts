import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { MqTwin } from '../../../test/eviction/twins/mq.ts';

describeEvictionPolicy('mq', context => new MqTwin(context, 8, 75, 0.5));
describeEvictionPolicy('mq:queues=3,lifetime=10,out=2', context => new MqTwin(context, 3, 10, 2));
describeEvictionPolicy('mq:queues=1,lifetime=0,out=0', context => new MqTwin(context, 1, 0, 0));

test('entries of the lowest queue go first, by recency', () => {
  // 0 and 1 were referenced twice and stand in Q1; 2 and 3 in Q0, 2 for longer.
  const cache = new FlatCache('mq', 4).request(0, 1, 0, 1, 2, 3, 4, 5);
  expect(cache.evicted).toEqual([2, 3]);
});

test('an idle entry falls by one queue when its life time is over', () => {
  // 0 enters Q1 with the second request, at time 1, and may live until 3; after the fourth it is time 4, and 0 falls to the head
  // of Q0, behind 1 and 2. So 3 evicts 1, 4 evicts 2, and 5 evicts 0; with a longer life time it would have evicted 3.
  const requests = [0, 0, 1, 2, 3, 4, 5];
  expect(new FlatCache('mq:lifetime=2', 3).request(...requests).evicted).toEqual([1, 2, 0]);
  expect(new FlatCache('mq:lifetime=75', 3).request(...requests).evicted).toEqual([1, 2, 3]);
});

test('an id that Qout remembers resumes its count', () => {
  // 0 and 1 are referenced twice each, then 2 evicts 0. When 0 returns, evicting 2, its third reference keeps it in Q1 beside 1.
  const requests = [0, 0, 1, 1, 2, 0, 3, 4];
  // 3 evicts 1, the less recent of Q1; 4 evicts 3, the only one of Q0.
  expect(new FlatCache('mq:out=1', 2).request(...requests).evicted).toEqual([0, 2, 1, 3]);
  // Without Qout 0 is a stranger: it stands in Q0, and 3 and 4 find only one another there.
  expect(new FlatCache('mq:out=0', 2).request(...requests).evicted).toEqual([0, 2, 0, 3]);
});

test('beyond the last queue more references count for nothing', () => {
  // 0 is referenced four times and 1 twice, 0 before 1: with two queues both stand in the last, and 0 is the less recent.
  const requests = [0, 0, 0, 0, 1, 1, 2];
  expect(new FlatCache('mq:queues=2', 2).request(...requests).evicted).toEqual([0]);
  expect(new FlatCache('mq:queues=3', 2).request(...requests).evicted).toEqual([1]);
});
