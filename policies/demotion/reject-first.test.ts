import { expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { rejectFirst } from './reject-first.ts';

/** Which of these victims, one after the other, go down; the cache can hold four entries. */
function demotions(spec: string, victims: readonly number[]): boolean[] {
  const { entry, values } = resolveSpec(spec, [rejectFirst], 'demotion policy', '--demotion');
  const unread = () => expect.unreachable();
  const lifetimes = { remaining: unread, whole: unread };
  const policy = entry.create({ universe: 8, entries: 4, frequency: unread, random: unread, lifetimes }, values);
  return victims.map(id => policy.demotes(id, -1, 0));
}

it('drops a victim the first time and lets it down the second', () => {
  expect(demotions('reject-first', [0, 1, 0, 1, 2])).toEqual([false, false, true, true, false]);
});

it('remembers a victim while as many others have come as its window says', () => {
  // A window of 0.75 is 3 victims: 0 comes third after its first time, and fourth after its second.
  expect(demotions('reject-first:window=0.75', [0, 1, 2, 0, 3, 4, 5, 0])).toEqual([
    false,
    false,
    false,
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('has a window that slides: each time a victim comes it is remembered anew', () => {
  expect(demotions('reject-first:window=0.5', [0, 1, 0, 2, 0, 3, 0])).toEqual([
    false,
    false,
    true,
    false,
    true,
    false,
    true,
  ]);
});

it('remembers a victim that came too late as one that came', () => {
  expect(demotions('reject-first:window=0.25', [0, 1, 0, 0])).toEqual([false, false, false, true]);
});

it('looks back over at least one victim', () => {
  // A tenth of four entries would be less than one.
  expect(demotions('reject-first:window=0.1', [0, 0, 1, 0])).toEqual([false, true, false, false]);
});
