import type { CurveRow } from '../../engine/documents/mrc.ts';
import { roleOf } from '../charts/curves.ts';

/** Miss-ratio curves as a grid: policies down, sizes across. */
export interface Pivot {
  /** Ascending. */
  readonly sizes: readonly number[];
  readonly lines: readonly PivotLine[];
}

export interface PivotLine {
  readonly policy: string;
  /** Knows the future, or is a bound: not a candidate. */
  readonly optimal: boolean;
  /** One for each size; null where the policy was not measured. */
  readonly cells: readonly (PivotCell | null)[];
}

interface PivotCell {
  readonly hitRatio: number;
  readonly missRatio: number;
  /** Of an estimate, half the width of its interval; null where the misses were counted. */
  readonly error: number | null;
  /** No policy but a clairvoyant one misses less at this size. */
  readonly best: boolean;
}

/** Policies in order of first appearance. */
export function pivot(rows: readonly CurveRow[]): Pivot {
  const sizes = [...new Set(rows.map(row => row.capacity))].sort((a, b) => a - b);
  const candidates = rows.filter(row => roleOf(row) !== 'optimal');
  const least = sizes.map(size =>
    Math.min(...candidates.filter(row => row.capacity === size).map(row => row.missRatio)),
  );
  const lines = [...new Set(rows.map(row => row.policy))].map(policy => {
    const optimal = roleOf(rows.find(row => row.policy === policy)!) === 'optimal';
    const cells = sizes.map((size, i) => {
      const row = rows.find(each => each.policy === policy && each.capacity === size);
      if (!row) return null;
      const { hitRatio, missRatio } = row;
      const error = 'estimated' in row ? row.error : null;
      return { hitRatio, missRatio, error, best: !optimal && missRatio === least[i] };
    });
    return { policy, optimal, cells };
  });
  return { sizes, lines };
}
