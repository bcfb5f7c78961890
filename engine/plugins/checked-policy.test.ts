import { expect, it } from 'vitest';
import type { EvictionPolicy } from '../../policies/eviction/contract.ts';
import { lru } from '../../policies/eviction/recency/lru.ts';
import { CheckedPolicy } from './checked-policy.ts';

/** A policy that answers what the test says. */
class Told implements EvictionPolicy {
  says = 0;
  hit(): void {}
  victim(): number {
    return this.says;
  }
  evict(): number {
    return this.says;
  }
  insert(): void {}
  remove(): void {}
}

function checked(policy: EvictionPolicy): CheckedPolicy {
  const plugin = { name: './told.ts', code: '', description: lru, whereabouts: () => null };
  return new CheckedPolicy(plugin, '--policy', 10, () => policy);
}

/** A policy, checked, with 3 and 4 resident. */
function occupied(): { told: Told; policy: CheckedPolicy } {
  const told = new Told();
  const policy = checked(told);
  policy.insert(3);
  policy.insert(4);
  return { told, policy };
}

/** A policy, checked, that also names surplus residents; 3 and 4 are resident, 4 was inserted last. */
function wasteful(): { told: Told; policy: CheckedPolicy } {
  const told = Object.assign(new Told(), { surplus: () => told.says });
  const policy = checked(told);
  policy.insert(3);
  policy.insert(4);
  return { told, policy };
}

it('lets residents and the newcomer itself pass', () => {
  const { told, policy } = occupied();
  for (const id of [3, 5, 4]) {
    told.says = id;
    expect([policy.victim(5), policy.evict(5)]).toEqual([id, id]);
  }
});

it('holds nobody for resident who was evicted or removed', () => {
  const { told, policy } = occupied();
  told.says = 3;
  policy.evict(5);
  expect(() => policy.victim(5)).toThrow('--policy: ./told.ts: victim(5) returned 3, which is not resident');
  policy.insert(3);
  expect(policy.victim(5)).toBe(3);
  policy.remove(3);
  expect(() => policy.evict(5)).toThrow('--policy: ./told.ts: evict(5) returned 3, which is not resident');
});

it.each([-1, 10, 3.5, Number.NaN])('takes %d for no id', id => {
  const { told, policy } = occupied();
  told.says = id;
  expect(() => policy.evict(5)).toThrow(`evict(5) returned ${id}, expected an id from 0 to 9`);
});

it('holds evict to what victim has just said for the same newcomer, and to nothing that was said before', () => {
  const { told, policy } = occupied();
  const change = () => {
    told.says = 3;
    policy.victim(5);
    told.says = 4;
  };
  change();
  expect(() => policy.evict(5)).toThrow('evict(5) returned 4, victim(5) had just said 3');
  for (const between of [() => policy.hit(3), () => policy.insert(6), () => policy.remove(6), () => policy.victim(6)]) {
    change();
    between();
    expect(policy.evict(5)).toBe(4);
    policy.insert(4);
  }
});

it('has accepts only where the policy has it', () => {
  expect(occupied().policy.accepts).toBeUndefined();
  const choosy = checked(Object.assign(new Told(), { accepts: (id: number) => id > 5 }));
  expect([choosy.accepts?.(5), choosy.accepts?.(6)]).toEqual([false, true]);
});

it('has surplus only where the policy has it, and lets residents and nobody pass', () => {
  expect(occupied().policy.surplus).toBeUndefined();
  const { told, policy } = wasteful();
  for (const id of [3, -1]) {
    told.says = id;
    expect(policy.surplus!()).toBe(id);
  }
});

it('takes only residents for surplus, each once', () => {
  const { told, policy } = wasteful();
  told.says = 5;
  expect(() => policy.surplus!()).toThrow('--policy: ./told.ts: surplus() returned 5, which is not resident');
  told.says = 3;
  policy.surplus!();
  expect(() => policy.surplus!()).toThrow('surplus() returned 3, which is not resident');
  told.says = 10;
  expect(() => policy.surplus!()).toThrow('surplus() returned 10, expected -1 or an id from 0 to 9');
});

it('takes nobody for surplus who was just hit or inserted', () => {
  const { told, policy } = wasteful();
  told.says = 4;
  expect(() => policy.surplus!()).toThrow('surplus() returned 4, which was just hit or inserted');
  policy.hit(3);
  expect(policy.surplus!()).toBe(4);
  told.says = 3;
  expect(() => policy.surplus!()).toThrow('surplus() returned 3, which was just hit or inserted');
});

it('holds evict to nothing that was said before somebody left as surplus', () => {
  const { told, policy } = wasteful();
  told.says = 3;
  policy.victim(5);
  policy.surplus!();
  told.says = 4;
  expect(policy.evict(5)).toBe(4);
});

it('says where surplus threw', () => {
  const throws = Object.assign(new Told(), {
    surplus() {
      throw new Error('lost');
    },
  });
  expect(() => checked(throws).surplus!()).toThrow('surplus() threw Error: lost');
});

it('asks the policy whom it remembers, where it remembers anybody, and says where that threw', () => {
  expect(checked(new Told()).remembers).toBeUndefined();
  const policy = checked(Object.assign(new Told(), { remembers: (id: number) => id === 7 }));
  expect([6, 7].map(id => policy.remembers!(id))).toEqual([false, true]);
  const throws = Object.assign(new Told(), {
    remembers() {
      throw new Error('lost');
    },
  });
  expect(() => checked(throws).remembers!(3)).toThrow('remembers(3) threw Error: lost');
});
