import { describe, expect, test } from 'vitest';
import { sampleMrc, shaped } from '../../test/report/sample-mrc.ts';
import { bestBySize } from './best-by-size.ts';
import { choosable, curvesOf, missesAt } from './curves.ts';

const rows = (policy: string, ratios: Readonly<Record<number, number>>) =>
  Object.entries(ratios).map(([capacity, missRatio]) => ({
    ...sampleMrc().rows[0]!,
    policy,
    capacity: Number(capacity),
    missRatio,
  }));

describe('curves', () => {
  test('are sorted by size, in percent, and keep the look of OPT and LRU', () => {
    const curves = curvesOf([
      ...rows('lru', { 100: 0.2, 10: 0.5 }),
      ...rows('belady', { 10: 0.1 }),
      ...rows('arc', { 10: 0.4 }),
    ]);
    expect(curves.map(({ policy, role }) => [policy, role])).toEqual([
      ['lru', 'flat-lru'],
      ['belady', 'optimal'],
      ['arc', 'policy'],
    ]);
    expect(curves[0]!.points).toEqual([
      { capacity: 10, misses: 50, error: 0 },
      { capacity: 100, misses: 20, error: 0 },
    ]);
    expect(curves.map(curve => curve.colour)).toEqual(['var(--muted)', 'var(--ink)', 'var(--policy-2)']);
  });

  test('of OPT have shapes that are told only where there are no others', () => {
    const both = shaped([...rows('opt', { 10: 0.9, 100: 0.1 }), ...rows('arc', { 10: 0.9, 100: 0.2 })]);
    expect(choosable(both.shapes, both.rows).map(({ policy }) => policy)).toEqual(['arc']);
    const alone = shaped(rows('opt', { 10: 0.9, 100: 0.1 }));
    expect(choosable(alone.shapes, alone.rows).map(({ policy }) => policy)).toEqual(['opt']);
  });

  test('of a bound look like OPT, and the bound never reigns', () => {
    const bound = rows('pfoo-l', { 10: 0.1, 100: 0.1 }).map(row => ({ ...row, bound: true as const }));
    const curves = curvesOf([...rows('arc', { 10: 0.4, 100: 0.2 }), ...bound]);
    expect(curves.map(({ role, bound: is, colour }) => [role, is, colour])).toEqual([
      ['policy', false, 'var(--policy-2)'],
      ['optimal', true, 'var(--ink)'],
    ]);
    expect(bestBySize(curves).map(({ policy }) => policy)).toEqual(['arc']);
  });

  test('are read between sizes on the logarithm of the size', () => {
    const [curve] = curvesOf(rows('lru', { 10: 0.5, 1000: 0.1 }));
    // 100 is half way from 10 to 1,000 on a logarithmic axis.
    expect(missesAt(curve!, 100)).toBeCloseTo(30);
    expect(missesAt(curve!, 10)).toBe(50);
    expect(missesAt(curve!, 5)).toBeNull();
    expect(missesAt(curve!, 2000)).toBeNull();
  });
});

describe('the best policy by size', () => {
  test('reigns from the middle between two sizes to the next, OPT aside', () => {
    const curves = curvesOf([
      ...rows('lru', { 1: 0.5, 100: 0.4, 10000: 0.1 }),
      ...rows('arc', { 1: 0.6, 100: 0.3, 10000: 0.1 }),
      ...rows('opt', { 1: 0, 100: 0, 10000: 0 }),
    ]);
    // On the logarithm, 10 is the middle of 1 and 100. At 10,000 both miss the same: the one before stays.
    expect(bestBySize(curves)).toEqual([
      { policy: 'lru', colour: 'var(--muted)', from: 1, to: 10, sizes: 1 },
      { policy: 'arc', colour: 'var(--policy-2)', from: 10, to: 10_000, sizes: 2 },
    ]);
  });
});
