import { expect, test } from 'vitest';
import type { MrcRow } from '../../engine/documents/mrc.ts';
import type { GoldenCurve, GoldenPoint } from './golden-numbers.ts';
import { judge } from './verdict.ts';

const point: GoldenPoint = {
  trace: 'loop',
  unit: 'entries',
  capacity: 10,
  requests: 1000,
  misses: 400,
  byteMissRatio: null,
  residents: null,
  whyNotBinding: null,
};

function curve(tolerance: number, changes: Partial<GoldenPoint> = {}): GoldenCurve {
  const points = [{ ...point, ...changes }];
  const { trace, unit } = points[0]!;
  return { file: 'caffeine.csv', name: 'linked.Lru', spec: 'lru', admission: null, tolerance, trace, unit, points };
}

function row(misses: number, changes: Partial<MrcRow> = {}): MrcRow {
  const hits = 1000 - misses;
  const counts = { requests: 1000, hits, misses, hitRatio: hits / 1000, missRatio: misses / 1000, evictions: 0 };
  return { policy: 'lru', capacity: 10, unit: 'entries', ...counts, ...changes };
}

const agrees = (golden: GoldenCurve, ...measured: MrcRow[]) =>
  judge(
    golden,
    measured.map(each => [each]),
  )[0]!.agrees;

test('without a tolerance one miss makes a difference', () => {
  expect(agrees(curve(0), row(400))).toBe(true);
  expect(agrees(curve(0), row(401))).toBe(false);
});

test('a tolerance is for the mean over the seeds, in points of hit ratio', () => {
  // Means 415 and 416 of 1000 requests: 1.5 and 1.6 points from 400.
  expect(agrees(curve(1.5), row(380), row(450))).toBe(true);
  expect(agrees(curve(1.5), row(382), row(450))).toBe(false);
});

test('the number of requests must be the same, and hits and misses make it up', () => {
  expect(agrees(curve(0), row(400, { requests: 999, hits: 599 }))).toBe(false);
  expect(agrees(curve(1.5), row(400, { hits: 601 }))).toBe(false);
});

test('the byte miss ratio must be there and agree as exactly as the golden one is given', () => {
  const golden = curve(0, { unit: 'bytes', byteMissRatio: { value: 0.25, precision: 1e-9 } });
  const measured = (byteMissRatio: number) => row(400, { unit: 'bytes', byteMissRatio });
  expect(agrees(golden, measured(0.25 + 0.9e-9))).toBe(true);
  expect(agrees(golden, measured(0.25 + 1.1e-9))).toBe(false);
  expect(agrees(golden, row(400, { unit: 'bytes' }))).toBe(false);
});

test('a size that was not measured is a mistake, not a difference', () => {
  expect(() => judge(curve(0), [[row(400, { capacity: 11 })]])).toThrow('mrc gave no row for lru at 10 entries');
});
