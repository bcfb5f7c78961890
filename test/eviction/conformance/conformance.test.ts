import { expect, it, test } from 'vitest';
import { defineEviction } from '../../../policies/api.ts';
import { casesOf } from '../../property-runs.ts';
import { describeEvictionPolicy, type TestRunner } from '../testing.ts';
import { RecencyTwin } from '../twins/recency.ts';
import { conformanceChecks } from './checks.ts';
import {
  BOUNDED,
  described,
  Fifo,
  failureOf,
  failures,
  IN_BYTES,
  IN_ENTRIES,
  IN_ONE_ENTRY,
  NEW,
  NUMBERS,
  RECYCLED,
  SAME_AGAIN,
  SHARED,
  Thrifty,
} from './specimens.ts';

test('sound policies pass', () => {
  for (const each of [Fifo, Thrifty]) expect(failures(described(each, { sized: true }))).toEqual({});
  for (const spec of ['lru', 'clock', 'lfu', 'random', 's3-fifo', 'arc', 'opt'])
    expect(failures(spec, { runs: casesOf(30) })).toEqual({});
});

it('fails whoever names others as surplus than its twin', () => {
  const title = 'chooses the same victims as its naive twin, in entries';
  expect(failures(described(Thrifty), { twin: context => new Thrifty(context) })).toEqual({});
  expect(failureOf(title, described(Thrifty), { twin: context => new Fifo(context) })).toContain(
    'the policy and its twin disagree',
  );
});

it('fails whoever is not a function of its context', () => {
  let evictions = 0;
  /** Evicts from both ends in turn; all caches of the program take turns together. */
  class Shared extends Fifo {
    override victim(): number {
      return evictions % 2 === 0 ? this.queue.tail : this.queue.head;
    }
    override evict(): number {
      const victim = this.victim();
      evictions++;
      this.queue.unlink(victim);
      return victim;
    }
  }
  expect(failureOf(SAME_AGAIN, described(Shared), { remembers: true, readsIds: true })).not.toBeNull();
});

it('fails whoever chooses otherwise than its twin', () => {
  const title = 'chooses the same victims as its naive twin, in entries';
  const oldest = () => new RecencyTwin('oldest');
  expect(failures('lru', { twin: oldest })).toEqual({});
  expect(failureOf(title, described(Fifo), { twin: oldest })).toContain('the policy and its twin disagree');
});

it('takes parameters for a description, and refuses those that it does not have', () => {
  const either = defineEviction({
    ...described(Fifo),
    parameters: { newest: { type: 'flag', default: false, summary: 'evicts the newest' } },
    create: (context, { newest }) => (newest ? new RecencyTwin('newest') : new Fifo(context)),
  });
  const newest = { parameters: 'newest=true', twin: () => new RecencyTwin('newest') };
  expect(failures(either, newest)).toEqual({});
  expect(failures(either, { ...newest, parameters: 'newest=false' })).not.toEqual({});
  expect(() => conformanceChecks(either, { parameters: 'newset=true' })).toThrow(
    'test: tested has no parameter "newset"; did you mean "newest"?',
  );
});

it('declares its tests with the runner that it is given, or with the global one', () => {
  const declared: string[] = [];
  const runner: TestRunner = {
    describe(name, body) {
      declared.push(name);
      body();
    },
    test: name => declared.push(name),
  };
  const titles = ['lru', IN_ENTRIES, IN_ONE_ENTRY, IN_BYTES, SAME_AGAIN, SHARED, NUMBERS, RECYCLED, BOUNDED, NEW];
  describeEvictionPolicy('lru', { runner });
  expect(declared).toEqual(titles);
  expect(() => describeEvictionPolicy('lru')).toThrow('no global describe and test: pass them');
  // Mocha calls its tests `it`.
  Object.assign(globalThis, { describe: runner.describe, it: runner.test });
  describeEvictionPolicy(described(Fifo), { remembers: true, readsIds: true });
  Object.assign(globalThis, { describe: undefined, it: undefined });
  expect(declared.slice(titles.length)).toEqual([
    'tested',
    IN_ENTRIES,
    IN_ONE_ENTRY,
    SAME_AGAIN,
    SHARED,
    RECYCLED,
    BOUNDED,
  ]);
});
