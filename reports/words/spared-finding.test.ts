import { expect, it } from 'vitest';
import { sampleMrc } from '../../test/report/sample-mrc.ts';
import { isSparedShown, sparedFinding, sparedOf } from './spared-finding.ts';

const rows = (policy: string, ratios: Readonly<Record<number, number>>) =>
  Object.entries(ratios).map(([capacity, missRatio]) => ({
    ...sampleMrc().rows[0]!,
    ...{ policy, capacity: Number(capacity), missRatio },
  }));
const lru = rows('lru', { 10: 0.9, 100: 0.6, 1000: 0.1 });
const told = { unit: 'entries', requests: 10_000 } as const;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('is told of who spares most at one size, beside what is possible there', () => {
  const all = [...lru, ...rows('arc', { 10: 0.8, 100: 0.55 }), ...rows('opt', { 10: 0.65, 100: 0.2 })];
  expect(sparedOf(all).map(({ policy, best }) => [policy, best.capacity])).toEqual([
    ['arc', 10],
    ['opt', 100],
  ]);
  expect(sparedOf(all)[0]!.mean).toBeCloseTo(7.5, 9);
  expect(plain(sparedFinding(all, told))).toBe(
    'arc spares most against LRU: 10.0 points with 10 entries, of 25.0 points that opt would',
  );
});

it('is told as an estimate where it is one', () => {
  const estimate = { estimated: true, method: 'mini:rate=0.01', rate: 0.01, error: 0.02 } as const;
  const all = [...lru, ...rows('arc', { 10: 0.8, 100: 0.55 })].map(row => ({ ...row, ...estimate }));
  expect(sparedFinding(all, told)).toMatch(/\(estimated\)$/);
});

it('who never misses less spares nothing', () => {
  expect(sparedFinding([...lru, ...rows('fifo', { 10: 0.95, 100: 0.6 })], told)).toBe(
    'None of the policies misses less than LRU at any size',
  );
});

it('is shown only beside LRU, of somebody who can be chosen, at two sizes or more', () => {
  expect(isSparedShown([...lru, ...rows('arc', { 10: 0.8, 100: 0.55 })])).toBe(true);
  expect(isSparedShown(rows('arc', { 10: 0.8, 100: 0.55 }))).toBe(false);
  expect(isSparedShown([...lru, ...rows('opt', { 10: 0.8, 100: 0.55 })])).toBe(false);
  expect(isSparedShown([...lru, ...rows('arc', { 10: 0.8 })])).toBe(false);
});
