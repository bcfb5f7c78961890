import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { TtlFirstTwin } from '../../../test/eviction/twins/ttl-first.ts';

describeEvictionPolicy('ttl-first', context => new TtlFirstTwin(context));

test('the lifetime that ends soonest goes first, then what was inserted first, then what lives for ever', () => {
  const cache = new FlatCache('ttl-first', 4);
  cache.expiresAt.set([Number.POSITIVE_INFINITY, 20, 10, 20]);
  // A hit makes 1 no younger than 3.
  expect(cache.request(0, 1, 2, 3, 1, 4, 5, 6, 7).evicted).toEqual([2, 1, 3, 0]);
});

test('without lifetimes it is LRU', () => {
  expect(new FlatCache('ttl-first', 2).request(0, 1, 0, 2).evicted).toEqual([1]);
});

test('an overwrite with another lifetime counts from then on', () => {
  const cache = new FlatCache('ttl-first', 3);
  cache.expiresAt.set([10, 20, 30]);
  cache.request(0, 1, 2);
  cache.expiresAt.set([25, 20, 5]);
  expect(cache.request(0, 2, 3, 4, 5).evicted).toEqual([2, 1, 0]);
});
