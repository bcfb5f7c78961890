/** A set of curves as it is shown: all together, or with one view for each data type. */
import type { MrcDocument } from '../../engine/documents/mrc.ts';

/** The curves of one data type, or of all requests, in a document of their own. */
export interface CurveView extends MrcDocument {
  /** Null where the curves are of all requests. */
  readonly type: string | null;
}

/** Data types in order of first appearance; one view where there are none, and none without rows. */
export function curveViews(document: MrcDocument): CurveView[] {
  const { rows, shapes = [] } = document;
  return [...new Set(rows.map(row => row.type ?? null))].map(type => ({
    ...document,
    type,
    rows: rows.filter(row => (row.type ?? null) === type),
    shapes: shapes.filter(shape => (shape.type ?? null) === type),
  }));
}

export type MissRatioChart = 'miss-ratios' | `miss-ratios-${string}`;

/** What the chart of a view is called. */
export function missRatioChartOf({ type }: Pick<CurveView, 'type'>): MissRatioChart {
  return type === null ? 'miss-ratios' : `miss-ratios-${type}`;
}

export type SparedChart = 'spared' | `spared-${string}`;

/** What the chart of a view against LRU is called. */
export function sparedChartOf({ type }: Pick<CurveView, 'type'>): SparedChart {
  return type === null ? 'spared' : `spared-${type}`;
}
