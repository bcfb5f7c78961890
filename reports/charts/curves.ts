import { group } from 'd3-array';
import type { CurveRow, CurveShape } from '../../engine/documents/mrc.ts';
import { coloursByName } from './name-colours.ts';
import { POLICY_COLOURS } from './palette.ts';

/** The miss ratios of one policy, by size. */
export interface Curve {
  readonly policy: string;
  readonly role: 'optimal' | 'flat-lru' | 'policy';
  /** Computed from the requests: what no cache can fall below, and perhaps none can reach. */
  readonly bound: boolean;
  readonly colour: string;
  /** Sizes ascending; misses in percent. */
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly capacity: number;
  /** 0…100. */
  readonly misses: number;
  /** Of an estimate, half the width of its interval, in points; 0 where the misses were counted. */
  readonly error: number;
}

/**
 * One curve for each policy, in order of first appearance. OPT and LRU keep their fixed look, the others have colours by their
 * names; where there are more of them than colours, those with the best means do, and the others are grey and told by their labels.
 */
export function curvesOf(rows: readonly CurveRow[]): Curve[] {
  const curves = [...group(rows, row => row.policy)].map(([policy, own]) => ({
    policy,
    role: roleOf(own[0]!),
    bound: 'bound' in own[0]!,
    points: own
      .map(row => ({
        capacity: row.capacity,
        misses: 100 * row.missRatio,
        error: 'estimated' in row ? 100 * row.error : 0,
      }))
      .sort((a, b) => a.capacity - b.capacity),
  }));
  const best = curves.filter(({ role }) => role === 'policy').sort((a, b) => meanMisses(a) - meanMisses(b));
  const colours = coloursByName(best.slice(0, POLICY_COLOURS).map(({ policy }) => policy));
  return curves.map(curve => ({
    ...curve,
    colour: curve.role === 'optimal' ? 'var(--ink)' : (colours.get(curve.policy) ?? 'var(--muted)'),
  }));
}

/** Policies that know the future, and bounds, show what is left to gain; nobody chooses them. */
export function roleOf(row: CurveRow): Curve['role'] {
  const { policy } = row;
  if ('bound' in row || /^(opt|opt-size|belady|min|clairvoyant)(:|$)/i.test(policy)) return 'optimal';
  return policy.toLowerCase() === 'lru' ? 'flat-lru' : 'policy';
}

/** The shapes of what somebody can choose; of everything where there is nothing else. */
export function choosable(shapes: readonly CurveShape[], rows: readonly CurveRow[]): readonly CurveShape[] {
  const chosen = shapes.filter(({ policy }) => roleOf(rows.find(row => row.policy === policy)!) !== 'optimal');
  return chosen.length > 0 ? chosen : shapes;
}

/** Percent, over the sizes measured. */
export function meanMisses({ points }: Pick<Curve, 'points'>): number {
  return points.reduce((sum, point) => sum + point.misses, 0) / points.length;
}

/** Misses in percent at a size: measured there, or on the straight line over the logarithm of the size between its neighbours; null outside. */
export function missesAt({ points }: Pick<Curve, 'points'>, capacity: number): number | null {
  const next = points.findIndex(point => point.capacity >= capacity);
  if (next < 0) return null;
  const right = points[next]!;
  if (right.capacity === capacity) return right.misses;
  if (next === 0) return null;
  const left = points[next - 1]!;
  const part = Math.log(capacity / left.capacity) / Math.log(right.capacity / left.capacity);
  return left.misses + part * (right.misses - left.misses);
}
