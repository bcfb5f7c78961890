import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { Lirs2Twin } from '../../../test/eviction/twins/lirs2.ts';

describeEvictionPolicy('lirs2', context => new Lirs2Twin(context, 0.99, 2, 8));
describeEvictionPolicy('lirs2:hot=0.6,non-resident=0.5,stack=2', context => new Lirs2Twin(context, 0.6, 0.5, 2));

test('a block takes the place of a LIR block when it has returned twice, where LIRS asks for one return', () => {
  // 0 and 1 are LIR. 2 leaves for 3 and returns, but then only one of its reuse distances is known: 4 takes it from Q.
  const cache = new FlatCache('lirs2', 3).request(0, 1, 2, 3, 2, 4);
  expect(cache.evicted).toEqual([2, 3, 2]);
  // Its instance 2 is its first return, above that of 0, which is R_max2: 2 becomes LIR, 0 falls to Q and 5 takes it.
  expect(cache.request(2, 5).evicted).toEqual([2, 3, 2, 4, 0]);
  // Without a memory of non-residents 2 is a stranger each time.
  const forgetful = new FlatCache('lirs2:non-resident=0', 3).request(0, 1, 2, 3, 2, 4, 2, 5);
  expect(forgetful.evicted).toEqual([2, 3, 2, 4, 2]);
});

test('what stands in a stack that is too long is no longer in it', () => {
  // The bound is 6 places. On its first return 2 is in S twice, with 3 twice and 0 and 1 twice: the lowest HIR instances,
  // the older one of 2 and one of 3, go; 4 pushes out the next two. So the instance 2 of 2 is not in S when it returns.
  const cache = new FlatCache('lirs2:stack=2', 3).request(0, 1, 2, 3, 2, 4, 2, 5);
  expect(cache.evicted).toEqual([2, 3, 2, 4, 2]);
});

test('accesses in a row count as one', () => {
  // 0, 1 and 2 are LIR. 3 is accessed four times in a row, which tells no reuse distance: it leaves from Q.
  expect(new FlatCache('lirs2', 4).request(0, 1, 2, 3, 3, 3, 3, 4).evicted).toEqual([3]);
  // With 2 in between 3 has two short reuse distances: it becomes LIR in place of 0.
  expect(new FlatCache('lirs2', 4).request(0, 1, 2, 3, 2, 3, 2, 3, 4).evicted).toEqual([0]);
});

test('the share of the LIR set decides how many first entries are safe from newcomers', () => {
  expect(new FlatCache('lirs2', 4).request(0, 1, 2, 3, 4, 5).resident).toEqual(new Set([0, 1, 2, 5]));
  expect(new FlatCache('lirs2:hot=0.5', 4).request(0, 1, 2, 3, 4, 5).resident).toEqual(new Set([0, 1, 4, 5]));
});
