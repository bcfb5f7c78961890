import { expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { worthy } from './worthy.ts';

/** By id. */
const COUNTS = [0, 3, 3, 7];

function build(spec: string) {
  const windows: number[] = [];
  const { entry, values } = resolveSpec(spec, [worthy], 'demotion policy', '--demotion');
  const unread = () => expect.unreachable();
  const lifetimes = { remaining: unread, whole: unread };
  const frequency = (window: number) => {
    windows.push(window);
    return { of: (id: number) => COUNTS[id]! };
  };
  return {
    policy: entry.create({ universe: 4, entries: 4, frequency, random: unread, lifetimes }, values),
    windows,
  };
}

it('goes down when it was requested at least as often as who must leave there', () => {
  const { policy } = build('worthy');
  expect([0, 1, 2, 3].map(id => policy.demotes(id, 2, 0))).toEqual([false, true, true, true]);
});

it('goes down where there is room, requested or not', () => {
  expect(build('worthy').policy.demotes(0, -1, 0)).toBe(true);
});

it('looks back as far as it is told', () => {
  expect(build('worthy').windows).toEqual([10]);
  expect(build('worthy:window=2.5').windows).toEqual([2.5]);
});
