import type { Cliff, CurvePlace, CurveRow, CurveShape, CurveStep, OptimalGap } from '../documents/mrc.ts';

/** How far below the chord of the curve a knee must lie, both axes counted from 0 to 1: less is a slope. */
const KNEE_DEPTH = 0.2;
/** Points of a curve that a knee can be told from, and miss ratio that it must fall at all. */
const KNEE_POINTS = 5;
const KNEE_FALL = 0.01;
/** How far above its hull a curve must lie for a cliff. */
const CLIFF_DEPTH = 0.02;
const MIB = 2 ** 20;

/** The shape of each policy's curve, in order of first appearance; policies at one size only have none. */
export function shapesOf(rows: readonly CurveRow[]): CurveShape[] {
  const byPolicy = new Map<string, CurveRow[]>();
  for (const row of rows) byPolicy.set(row.policy, [...(byPolicy.get(row.policy) ?? []), row]);
  const optimal = [...byPolicy.values()].find(own => isOptimal(own[0]!));
  return [...byPolicy].flatMap(([policy, own]) => {
    const sorted = own.toSorted((a, b) => a.capacity - b.capacity);
    if (sorted.length < 2) return [];
    const hull = hullOf(sorted);
    return {
      policy,
      knee: kneeOf(sorted),
      cliffs: cliffsOf(sorted, hull),
      hull: hull.filter(({ capacity }) => capacity > 0).map(({ capacity }) => capacity),
      steps: stepsOf(sorted),
      gap: optimal && !isOptimal(own[0]!) ? gapOf(sorted, optimal) : null,
    };
  });
}

function isOptimal(row: CurveRow): boolean {
  return !('bound' in row) && /^(opt|opt-size|belady|min)(:|$)/.test(row.policy);
}

/**
 * The point furthest below the chord of the curve over the logarithm of the size (Satopää et al., "Finding a kneedle in a
 * haystack", 2011).
 */
function kneeOf(points: readonly CurvePlace[]): CurvePlace | null {
  const first = points[0]!;
  const last = points.at(-1)!;
  if (points.length < KNEE_POINTS || first.missRatio - last.missRatio < KNEE_FALL) return null;
  let knee: CurvePlace | null = null;
  let deepest = KNEE_DEPTH;
  for (const { capacity, missRatio } of points) {
    const x = Math.log(capacity / first.capacity) / Math.log(last.capacity / first.capacity);
    const y = (missRatio - last.missRatio) / (first.missRatio - last.missRatio);
    if (1 - x - y <= deepest) continue;
    deepest = 1 - x - y;
    knee = { capacity, missRatio };
  }
  return knee;
}

/** The lower convex hull of the miss ratio over the size, from no cache at all, which misses everything (Andrew's chain). */
function hullOf(points: readonly CurvePlace[]): CurvePlace[] {
  const hull: CurvePlace[] = [{ capacity: 0, missRatio: 1 }];
  for (const point of points) {
    while (hull.length > 1 && !turnsUp(hull.at(-2)!, hull.at(-1)!, point)) hull.pop();
    hull.push({ capacity: point.capacity, missRatio: point.missRatio });
  }
  return hull;
}

function turnsUp(a: CurvePlace, b: CurvePlace, c: CurvePlace): boolean {
  return (
    (b.missRatio - a.missRatio) * (c.capacity - b.capacity) < (c.missRatio - b.missRatio) * (b.capacity - a.capacity)
  );
}

function cliffsOf(points: readonly CurvePlace[], hull: readonly CurvePlace[]): Cliff[] {
  return hull.slice(1).flatMap((to, i) => {
    const from = hull[i]!;
    const slope = (to.missRatio - from.missRatio) / (to.capacity - from.capacity);
    const inside = points.filter(({ capacity }) => capacity > from.capacity && capacity < to.capacity);
    const above = inside.map(point => point.missRatio - from.missRatio - slope * (point.capacity - from.capacity));
    const depth = Math.max(0, ...above);
    return depth < CLIFF_DEPTH ? [] : [{ from: from.capacity, to: to.capacity, depth }];
  });
}

function stepsOf(rows: readonly CurveRow[]): CurveStep[] {
  return rows.slice(1).map((to, i) => {
    const from = rows[i]!;
    const hits = to.hits - from.hits;
    const room = (to.capacity - from.capacity) / (to.unit === 'bytes' ? MIB : 1);
    return { from: from.capacity, to: to.capacity, hits, perUnit: hits / room };
  });
}

function gapOf(rows: readonly CurveRow[], optimal: readonly CurveRow[]): OptimalGap | null {
  const best = new Map(optimal.map(row => [row.capacity, row.missRatio]));
  const gaps = rows.flatMap(({ capacity, missRatio }) => {
    const least = best.get(capacity);
    return least === undefined ? [] : [{ capacity, gap: missRatio - least }];
  });
  if (gaps.length === 0) return null;
  const most = gaps.reduce((worst, each) => (each.gap > worst.gap ? each : worst));
  const mean = gaps.reduce((sum, { gap }) => sum + gap, 0) / gaps.length;
  return { policy: optimal[0]!.policy, mean, most: most.gap, at: most.capacity };
}
