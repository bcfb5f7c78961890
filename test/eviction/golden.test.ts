import { expect, test } from 'vitest';
import { evictionPolicies } from '../../policies/catalog.ts';
import { THOROUGH } from '../property-runs.ts';
import { type GoldenCurve, readGoldenCurves } from './golden-curves.ts';
import { replay } from './replay.ts';
import { trace } from './traces.ts';

/** The tolerances are for five. */
const SEEDS = THOROUGH ? [1, 2, 3, 4, 5] : [1, 2];

/** In `npm test` every other size, from the smallest. */
const pointsOf = ({ points }: GoldenCurve) => (THOROUGH ? points : points.filter((_, i) => i % 2 === 0));

const names = new Set(evictionPolicies.map(({ name }) => name));
const curves = readGoldenCurves().filter(({ spec }) => names.has(spec.split(':')[0]!));
const exact = curves.filter(({ tolerance }) => tolerance === 0).map(titled);
const near = curves.filter(({ tolerance }) => tolerance > 0).map(titled);

function titled(curve: GoldenCurve): [title: string, curve: GoldenCurve] {
  return [`${curve.spec} on ${curve.trace} in ${curve.unit}`, curve];
}

test.each(exact)('%s misses exactly what it misses elsewhere', async (_title, curve) => {
  const requests = await trace(curve.trace);
  const points = pointsOf(curve);
  const measured = points.map(({ capacity, hitHash }) => {
    const outcome = replay(requests, curve.spec, { unit: curve.unit, capacity });
    return { capacity, misses: outcome.misses, hitHash: hitHash === '' ? '' : outcome.hitHash };
  });
  expect(measured).toEqual(points);
});

test.each(near)('%s comes near its hit ratio elsewhere', async (_title, curve) => {
  const requests = await trace(curve.trace);
  for (const { capacity, misses } of pointsOf(curve)) {
    const measured = SEEDS.map(seed => replay(requests, curve.spec, { unit: curve.unit, capacity, seed }).misses);
    const mean = measured.reduce((sum, each) => sum + each) / SEEDS.length;
    const points = (100 * Math.abs(mean - misses)) / requests.ids.length;
    expect(points, `at ${capacity}`).toBeLessThanOrEqual(curve.tolerance);
  }
});
