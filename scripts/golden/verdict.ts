import type { MrcRow } from '../../engine/documents/mrc.ts';
import type { GoldenCurve, GoldenPoint } from './golden-numbers.ts';

/** How what was measured at one size compares with the golden number. */
export interface Verdict {
  readonly point: GoldenPoint;
  readonly agrees: boolean;
  /** Points of hit ratio between the two. */
  readonly distance: number;
  /** Both numbers, for people. */
  readonly text: string;
}

/**
 * Compares a curve point by point.
 * @param measured the rows of `mrc`, a list for each seed
 */
export function judge(curve: GoldenCurve, measured: readonly (readonly MrcRow[])[]): Verdict[] {
  return curve.points.map(point => {
    const rows = measured.map(each => rowAt(each, curve, point.capacity));
    const misses = mean(rows.map(row => row.misses));
    const distance = (100 * Math.abs(misses - point.misses)) / point.requests;
    const whole = rows.every(row => row.requests === point.requests && row.hits + row.misses === row.requests);
    const near = curve.tolerance === 0 ? misses === point.misses : distance <= curve.tolerance;
    const bytes = curve.tolerance === 0 ? bytesDiffer(rows[0]!, point) : null;
    return {
      point,
      agrees: whole && near && bytes === null,
      distance,
      text: [
        `${misses} misses of ${rows[0]!.requests}, golden ${point.misses} of ${point.requests}`,
        ...(curve.tolerance === 0 ? [] : [`${distance.toFixed(2)} points apart`]),
        ...(bytes === null ? [] : [bytes]),
      ].join('; '),
    };
  });
}

function rowAt(rows: readonly MrcRow[], { spec, unit }: GoldenCurve, capacity: number): MrcRow {
  const row = rows.find(each => each.policy === spec && each.capacity === capacity && each.unit === unit);
  if (!row) throw new Error(`mrc gave no row for ${spec} at ${capacity} ${unit}`);
  return row;
}

/** @returns null where the byte miss ratios agree as exactly as the golden one is given, or none is given */
function bytesDiffer({ byteMissRatio }: MrcRow, { byteMissRatio: golden }: GoldenPoint): string | null {
  if (!golden || (byteMissRatio !== undefined && Math.abs(byteMissRatio - golden.value) <= golden.precision))
    return null;
  return `byte miss ratio ${byteMissRatio}, golden ${golden.value}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
