import type { Unit } from '../../engine/configuration/types.ts';
import type { CurveRow } from '../../engine/documents/mrc.ts';
import { type Curve, curvesOf } from '../charts/curves.ts';
import { capacityWithUnit, points } from './numbers.ts';

/** What a policy spares against LRU, in points of the miss ratio. */
export interface Spared extends Pick<Curve, 'policy' | 'role' | 'colour'> {
  readonly points: readonly SparedPoint[];
  readonly best: SparedPoint;
  /** Over the sizes. */
  readonly mean: number;
}

interface SparedPoint {
  readonly capacity: number;
  readonly spared: number;
}

/** Of every policy but LRU, at the sizes at which both were measured; none where that is not two sizes, or nobody else was asked. */
export function sparedOf(rows: readonly CurveRow[]): Spared[] {
  const curves = curvesOf(rows);
  const lru = curves.find(({ role }) => role === 'flat-lru');
  if (!lru) return [];
  const misses = new Map(lru.points.map(point => [point.capacity, point.misses]));
  return curves.flatMap(({ policy, role, colour, points: own }): Spared[] => {
    const spared = own.flatMap(point => {
      const before = misses.get(point.capacity);
      return before === undefined ? [] : [{ capacity: point.capacity, spared: before - point.misses }];
    });
    if (role === 'flat-lru' || spared.length < 2) return [];
    const best = spared.reduce((most, each) => (each.spared > most.spared ? each : most));
    const mean = spared.reduce((sum, each) => sum + each.spared, 0) / spared.length;
    return [{ policy, role, colour, points: spared, best, mean }];
  });
}

/** Whether there is anything to compare: a policy that somebody can choose, beside LRU. */
export function isSparedShown(rows: readonly CurveRow[]): boolean {
  return sparedOf(rows).some(({ role }) => role === 'policy');
}

/** Who spares most against LRU at its best size, and what OPT would there. */
export function sparedFinding(rows: readonly CurveRow[], { unit, requests }: { unit: Unit; requests: number }): string {
  const spared = sparedOf(rows);
  const rivals = spared.filter(({ role }) => role === 'policy');
  const leader = rivals.reduce((most, each) => (each.best.spared > most.best.spared ? each : most));
  const { capacity, spared: most } = leader.best;
  const say = (value: number) => points(value / 100, requests);
  if (!say(most).startsWith('+')) return 'None of the policies misses less than LRU at any size';
  const optimal = spared.find(each => each.role === 'optimal');
  const bound = optimal?.points.find(point => point.capacity === capacity);
  const possible = optimal && bound ? `, of ${say(bound.spared).slice(1)} that ${optimal.policy} would` : '';
  const how = rows.some(row => 'estimated' in row) ? ' (estimated)' : '';
  return `${leader.policy} spares most against LRU: ${say(most).slice(1)} with ${capacityWithUnit(capacity, unit)}${possible}${how}`;
}
