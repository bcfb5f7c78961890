import { describe, expect, it } from 'vitest';
import type { CurveShape, MrcRow } from '../documents/mrc.ts';
import { shapesOf } from './shape.ts';

const REQUESTS = 1000;

function rows(policy: string, ratios: Readonly<Record<number, number>>, unit: MrcRow['unit'] = 'entries'): MrcRow[] {
  return Object.entries(ratios).map(([capacity, missRatio]) => {
    const misses = Math.round(missRatio * REQUESTS);
    const hits = REQUESTS - misses;
    const counts = { requests: REQUESTS, hits, misses, hitRatio: hits / REQUESTS, missRatio, evictions: 0 };
    return { policy, capacity: Number(capacity), unit, ...counts };
  });
}

const shapeOf = (ratios: Readonly<Record<number, number>>): CurveShape => shapesOf(rows('lru', ratios))[0]!;

describe('a knee', () => {
  it('is where a steep curve turns flat', () => {
    const { knee } = shapeOf({ 10: 0.9, 20: 0.6, 40: 0.2, 80: 0.18, 160: 0.16, 320: 0.15 });
    expect(knee).toEqual({ capacity: 40, missRatio: 0.2 });
  });

  it('is not seen in a straight curve, a cliff at the end, or a flat one', () => {
    for (const ratios of [
      { 10: 0.9, 20: 0.75, 40: 0.6, 80: 0.45, 160: 0.3 },
      { 10: 0.9, 20: 0.9, 40: 0.9, 80: 0.9, 160: 0.1 },
      { 10: 0.3, 20: 0.299, 40: 0.298, 80: 0.298, 160: 0.298 },
    ])
      expect(shapeOf(ratios).knee).toBeNull();
  });
});

describe('a cliff', () => {
  it('is where a loop fits at last: up to it room buys nothing', () => {
    // The hull goes from no cache, which misses all, straight to 100, which misses a tenth: at 90 it stands at 1 − 0.9 × 0.9.
    const { cliffs, hull } = shapeOf({ 10: 1, 50: 1, 90: 1, 100: 0.1, 200: 0.1 });
    expect(cliffs).toEqual([{ from: 0, to: 100, depth: expect.closeTo(0.81) }]);
    expect(hull).toEqual([100, 200]);
  });

  it('stands between the sizes on the hull around it, and there may be several', () => {
    const { cliffs } = shapeOf({ 10: 0.6, 50: 0.59, 100: 0.4, 200: 0.39, 400: 0.1 });
    expect(cliffs.map(({ from, to }) => [from, to])).toEqual([
      [10, 100],
      [100, 400],
    ]);
  });

  it('is none where every step pays less than the one before', () => {
    const { cliffs, hull } = shapeOf({ 10: 0.8, 20: 0.7, 40: 0.6, 80: 0.5 });
    expect(cliffs).toEqual([]);
    expect(hull).toEqual([10, 20, 40, 80]);
  });

  it('is none where a curve lies above its hull by less than two points', () => {
    // Half way from 0 to 20 the hull stands at 0.9.
    expect(shapeOf({ 10: 0.915, 20: 0.8 }).cliffs).toEqual([]);
    expect(shapeOf({ 10: 0.925, 20: 0.8 }).cliffs).toHaveLength(1);
  });
});

describe('a step', () => {
  it('says the hits that it brings, and how many an entry', () => {
    expect(shapeOf({ 10: 0.9, 30: 0.5, 40: 0.5 }).steps).toEqual([
      { from: 10, to: 30, hits: 400, perUnit: 20 },
      { from: 30, to: 40, hits: 0, perUnit: 0 },
    ]);
  });

  it('of bytes says how many a MiB', () => {
    const [shape] = shapesOf(rows('lru', { 1048576: 0.9, 3145728: 0.5 }, 'bytes'));
    expect(shape!.steps).toEqual([{ from: 1048576, to: 3145728, hits: 400, perUnit: 200 }]);
  });
});

describe('the gap', () => {
  it('to the clairvoyant policy is measured size by size', () => {
    const [lru, opt] = shapesOf([...rows('lru', { 10: 0.5, 20: 0.4, 30: 0.2 }), ...rows('opt', { 10: 0.3, 20: 0.1 })]);
    // 0.2 and 0.3; at 30 OPT was not measured.
    expect(lru!.gap).toEqual({ policy: 'opt', mean: expect.closeTo(0.25), most: expect.closeTo(0.3), at: 20 });
    expect(opt!.gap).toBeNull();
  });

  it('is none without it, and a bound is no such policy', () => {
    const bound = rows('pfoo-lower', { 10: 0.1, 20: 0.1 }).map(row => ({ ...row, bound: true as const }));
    expect(shapesOf([...rows('lru', { 10: 0.5, 20: 0.4 }), ...bound]).map(({ gap }) => gap)).toEqual([null, null]);
  });
});

it('a policy at one size has no shape, and sizes may come in any order', () => {
  expect(shapesOf(rows('lru', { 10: 0.5 }))).toEqual([]);
  const turned = rows('lru', { 10: 0.9, 30: 0.5, 40: 0.5 }).toReversed();
  expect(shapesOf(turned)).toEqual(shapesOf(turned.toReversed()));
});
