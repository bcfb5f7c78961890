import { expect, it } from 'vitest';
import type { EvictionPolicy } from '../../policies/eviction/contract.ts';
import { watched } from './watched-policy.ts';

const policy: EvictionPolicy = {
  hit() {},
  victim: () => 0,
  evict: () => 0,
  insert() {},
  remove() {},
};

it('has the optional methods of the policy for which it stands, and no others', () => {
  const listener = { hit() {} };
  const plain = watched(policy, [listener]);
  expect([plain.accepts, plain.surplus, plain.remembers]).toEqual([undefined, undefined, undefined]);
  const full = watched({ ...policy, accepts: id => id === 1, surplus: () => 2, remembers: id => id === 3 }, [listener]);
  expect([full.accepts!(1), full.accepts!(2), full.surplus!(), full.remembers!(3), full.remembers!(4)]).toEqual([
    true,
    false,
    2,
    true,
    false,
  ]);
});
