import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { FlatCache } from '../../../test/eviction/flat-cache.ts';
import { Lirs2Twin } from '../../../test/eviction/twins/lirs2.ts';

describeEvictionPolicy('lirs2', context => new Lirs2Twin(context, 0.99, 2, 8));
describeEvictionPolicy('lirs2:hot=0.6,non-resident=0.5,stack=2', context => new Lirs2Twin(context, 0.6, 0.5, 2));
describeEvictionPolicy('lirs2:hot=1,stack=2', context => new Lirs2Twin(context, 1, 2, 2));

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

test('a stack that lost its newest places to a removal is pruned again when it has grown', () => {
  // Room for 6 places: 4 are those of the LIR blocks 0 and 1. 3 pushes out both of 2, and is removed. Then 2 comes twice, and has two
  // places again, which the next two of 3 push out: its last return tells nothing, and it leaves for 4.
  const evicted = (spec: string) => {
    const cache = new FlatCache(spec, 3).request(0, 1, 2, 3);
    cache.remove(3);
    return cache.request(2, 1, 2, 3, 2, 4).evicted;
  };
  expect(evicted('lirs2:stack=2')).toEqual([2, 2, 3, 2]);
  // With room for more its first two places stay: at its second return it becomes LIR in place of 0, which leaves for 3.
  expect(evicted('lirs2')).toEqual([2, 0, 3]);
});

test('the stack is never too short for the places of the LIR blocks, which pruning spares', () => {
  // 23 entries, 22 of them LIR: with less than twice the capacity these 44 places could exceed the bound, 1.9 x 23 = 43.
  expect(() => new FlatCache('lirs2:stack=1.9', 3)).toThrow('lirs2:stack: found "1.9", expected at least 2');
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
