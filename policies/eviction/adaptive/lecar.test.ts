import { expect, test } from 'vitest';
import { buildEviction } from '../../../engine/build-policy.ts';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { LecarTwin } from '../../../test/eviction/twins/lecar.ts';
import type { EvictionPolicy } from '../contract.ts';

describeEvictionPolicy('lecar', context => new LecarTwin(context, 0.45, 0.005, 0.5));
describeEvictionPolicy('lecar:learning-rate=3,discount=0.5,history=2', context => new LecarTwin(context, 3, 0.5, 2));

/** Room for three: 0, which was hit, 1 and 2. LRU would evict 0, LFU 1. */
function full(spec: string, die: number): EvictionPolicy {
  const context = { capacity: 3, universe: 10, sizes: null, nextAccess: null, expiresAt: null };
  const policy = buildEviction(spec, 'test', { ...context, random: () => die });
  policy.insert(0);
  policy.hit(0);
  policy.insert(1);
  policy.insert(2);
  return policy;
}

test('the die decides between the two experts by their weights, which are equal at first', () => {
  expect(full('lecar', 0.49).evict(3)).toBe(0);
  expect(full('lecar', 0.5).evict(3)).toBe(1);
});

test('a request for what an expert has just evicted costs it weight', () => {
  const victimAfterRegret = (spec: string) => {
    const policy = full(spec, 0.6);
    policy.evict(3);
    policy.insert(3);
    return policy.victim(1);
  };
  // LFU evicted 1, and its weight falls from 0.5 to 0.5 e^-3 = 0.025: LRU has 0.95 of the sum, more than the die shows.
  expect(victimAfterRegret('lecar:learning-rate=3,discount=1')).toBe(0);
  // The request follows the eviction at once, t = 1: d = 0.005^(1/3) = 0.17 leaves LFU e^-0.51 of its weight, and LRU 0.62.
  expect(victimAfterRegret('lecar:learning-rate=3')).toBe(0);
  // With λ = 0.45 LRU has only 0.52, so LFU is followed again: 2 has been longest among those with one use.
  expect(victimAfterRegret('lecar')).toBe(2);
  // Nothing is learned from what is not remembered.
  expect(victimAfterRegret('lecar:learning-rate=3,discount=1,history=0')).toBe(2);
});

test('the newcomer that was judged last is remembered, so that its request is counted once', () => {
  const policy = full('lecar', 0.5);
  policy.victim(3);
  expect([3, 4].map(id => policy.remembers!(id))).toEqual([true, false]);
  policy.victim(4);
  expect([3, 4].map(id => policy.remembers!(id))).toEqual([false, true]);
});
