import { expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { RecentFrequency } from '../structures/recent-frequency.ts';
import { tinylfu } from './tinylfu.ts';

function build(spec: string) {
  const windows: number[] = [];
  const recent = new RecentFrequency(4, 100);
  const { entry, values } = resolveSpec(spec, [tinylfu], 'admission policy', '--admission');
  const frequency = (window: number) => {
    windows.push(window);
    return recent;
  };
  return { policy: entry.create({ frequency }, values), recent, windows };
}

it('a newcomer enters when it was requested more often than the victim; equally often is not enough', () => {
  const { policy, recent } = build('tinylfu');
  for (const id of [1, 2, 2, 3, 3]) recent.increment(id);
  expect([0, 1, 2].map(id => policy.admits(id, 1))).toEqual([false, false, true]);
  expect(policy.admits(3, 2)).toBe(false);
});

it('its answer follows what is requested meanwhile', () => {
  const { policy, recent } = build('tinylfu');
  recent.increment(1);
  expect(policy.admits(0, 1)).toBe(false);
  recent.increment(0);
  recent.increment(0);
  expect(policy.admits(0, 1)).toBe(true);
});

it('looks back as far as it is told', () => {
  expect(build('tinylfu').windows).toEqual([10]);
  expect(build('tinylfu:window=0.5').windows).toEqual([0.5]);
});
