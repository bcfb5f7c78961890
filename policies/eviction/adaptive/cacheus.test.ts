import { expect, test } from 'vitest';
import { buildEviction } from '../../../engine/build-policy.ts';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { CacheusTwin } from '../../../test/eviction/twins/cacheus.ts';

describeEvictionPolicy('cacheus', context => new CacheusTwin(context, false, 0.4));
describeEvictionPolicy('cacheus:learning-rate=1', context => new CacheusTwin(context, false, 1));
describeEvictionPolicy('cacheus:adapt=true,learning-rate=0.9', context => new CacheusTwin(context, true, 0.9));

// In a FlatCache the die always shows 0, so that SR-LRU is followed where the experts disagree.

test('what was hit stands in R, out of the way of a scan', () => {
  // Capacity 4: room for two in each list. 0 and 1 are hit; the scan passes through SR.
  const cache = new FlatCache('cacheus', 4).request(0, 1, 2, 3, 0, 1, 10, 11, 12, 13);
  expect(cache.evicted).toEqual([2, 3, 10, 11]);
});

test('SR-LRU evicts the oldest in SR, CR-LFU the most recent of the least frequent', () => {
  const victim = (die: number) => {
    const context = { capacity: 4, universe: 10, sizes: null, nextAccess: null, expiresAt: null };
    const policy = buildEviction('cacheus', 'test', { ...context, random: () => die });
    for (const id of [0, 1, 2, 3]) policy.insert(id);
    policy.hit(0);
    policy.hit(1);
    return policy.victim(4);
  };
  expect([victim(0.49), victim(0.5)]).toEqual([2, 3]);
});

test('a hit on a demoted entry in SR makes R larger, if the lists adapt', () => {
  // The hit on 2 demotes 0 from R = {0, 1}. With that on 0, R grows to three: SR has only newcomers. Else it demotes 1, the next.
  const requests = [0, 1, 2, 3, 0, 1, 2, 0, 10, 11];
  expect(new FlatCache('cacheus:adapt=true', 4).request(...requests).evicted).toEqual([3, 10]);
  expect(new FlatCache('cacheus', 4).request(...requests).evicted).toEqual([3, 1]);
});

test('the return of an id that left without a hit makes SR larger, if the lists adapt', () => {
  // R = {0, 1}; 10 evicts 2, and 2 evicts 3 and returns to R. R shrinks to one and demotes 0 and 1 behind 10; else 0 alone.
  const requests = [0, 1, 2, 3, 0, 1, 10, 2, 11, 12, 13];
  expect(new FlatCache('cacheus:adapt=true', 4).request(...requests).evicted).toEqual([2, 3, 10, 0, 1]);
  expect(new FlatCache('cacheus', 4).request(...requests).evicted).toEqual([2, 3, 10, 0, 11]);
});
