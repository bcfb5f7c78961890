import { expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { minRemainingTtl } from './min-remaining-ttl.ts';

/** By id, in seconds. */
const REMAINING = [9, 10, 30, Number.POSITIVE_INFINITY, -1];
const WHOLE = [10, 100, 100, Number.POSITIVE_INFINITY, 100];

/** Which ids go down from a level; in others, lifetimes are ten times as long. */
function demoted(spec: string, level = 0): number[] {
  const { entry, values } = resolveSpec(spec, [minRemainingTtl], 'demotion policy', '--demotion');
  const unread = () => expect.unreachable();
  const lifetimes = {
    remaining: (id: number, at: number) => REMAINING[id]! * (at === 0 ? 1 : 10),
    whole: (id: number) => WHOLE[id]!,
  };
  const policy = entry.create({ universe: 5, entries: 5, frequency: unread, random: unread, lifetimes }, values);
  return [0, 1, 2, 3, 4].filter(id => policy.demotes(id, -1, level));
}

it('lets down what has a tenth of its lifetime left, and what lives for ever', () => {
  expect(demoted('min-remaining-ttl')).toEqual([0, 1, 2, 3]);
  expect(demoted('min-remaining-ttl:share=0.101')).toEqual([0, 2, 3]);
});

it('wants so many seconds too', () => {
  expect(demoted('min-remaining-ttl:seconds=10')).toEqual([1, 2, 3]);
  expect(demoted('min-remaining-ttl:seconds=10,share=0.2')).toEqual([2, 3]);
});

it('keeps the dead from going down even when nothing need remain', () => {
  expect(demoted('min-remaining-ttl:seconds=0,share=0')).toEqual([0, 1, 2, 3]);
});

it('asks about the level that evicts', () => {
  expect(demoted('min-remaining-ttl:seconds=50', 1)).toEqual([0, 1, 2, 3]);
  expect(demoted('min-remaining-ttl:seconds=50', 0)).toEqual([3]);
});
