import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { CartTwin } from '../../../test/eviction/twins/cart.ts';

describeEvictionPolicy('cart', context => new CartTwin(context));

test('a page referenced in T1 becomes one of long-term utility when T1 has more than p pages', () => {
  // 0 was referenced, and |T1| = 2 ≥ min(p + 1, |B1|) = 0: it is L and goes to the newest end of T1; 1 is S and leaves.
  const cache = new FlatCache('cart', 2).request(0, 0, 1, 2);
  expect(cache.evicted).toEqual([1]);
  // At the hand again, 0 moves to T2, out of the reach of newcomers while |T1| ≥ max(1, p) = 1.
  expect(cache.request(3, 4, 5).evicted).toEqual([1, 2, 3, 4]);
  expect(cache.resident).toEqual(new Set([0, 5]));
});

test('a page that returns from the history is of long-term utility', () => {
  // 0 leaves for 3 and returns in place of 1: T1 = 2 3 0, with 0 L and p = max(1, nS / |B1|) = 2 / 2 = 1.
  const cache = new FlatCache('cart', 3).request(0, 1, 2, 3, 0);
  expect(cache.evicted).toEqual([0, 1]);
  // 4 and 5 take 2 and 3; then 0 is at the hand of T1 and moves to T2, and 6 takes 4, 7 takes 5.
  expect(cache.request(4, 5, 6, 7).evicted).toEqual([0, 1, 2, 3, 4, 5]);
  expect(cache.resident).toEqual(new Set([0, 6, 7]));
});

test('in a T1 that is shorter than its target a page referenced soon stays of short-term utility', () => {
  // 0 and 1 return from B1 as L: p = max(1, 3 / 5) = 1, then 2. 8 and 9 take 6 and 7: T1 = 0 1 8 9, B1 = 4 5 6 7.
  const cache = new FlatCache('cart', 4).request(0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 8, 9);
  expect(cache.resident).toEqual(new Set([0, 1, 8, 9]));
  // 0 and 1 move to T2. 8 was referenced and is spared, but |T1| = 2 < min(p + 1, |B1|) = 3: it stays S. 9 leaves.
  expect(cache.request(8, 10).resident).toEqual(new Set([0, 1, 8, 10]));
  // So 8 leaves next; had it turned L, it would have moved to T2, and with |T1| = 1 < p T2 would have lost 0.
  expect(cache.request(11).resident).toEqual(new Set([0, 1, 10, 11]));
});

test('a page of T2 that was referenced goes back to T1', () => {
  // As above: T2 = 0, T1 = 3 after 3 took 2. 0 is referenced and L: 4 moves it to T1, past 3, which is S and leaves.
  const cache = new FlatCache('cart', 2).request(0, 0, 1, 2, 3, 0, 4);
  expect(cache.resident).toEqual(new Set([0, 4]));
  // T1 = 0 4: at the hand 0 moves to T2 unreferenced, and 4 leaves. A hit in vain would have kept the order of T2 alone.
  expect(cache.request(5).evicted).toEqual([1, 2, 3, 4]);
});
