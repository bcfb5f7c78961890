import type { GoldenCurve } from './golden-numbers.ts';
import type { MrcCall } from './measure.ts';
import { suppliedTrace } from './traces.ts';

/** Curves that the same calls of `mrc` measure: one call, or one for each seed. */
export interface Batch {
  readonly curves: readonly GoldenCurve[];
  readonly calls: readonly MrcCall[];
}

const SEEDS = [1, 2, 3, 4, 5];

/** Puts curves together that share trace, unit and sizes, so that each trace is read a few times only. */
export function plan(curves: readonly GoldenCurve[]): Batch[] {
  const batches = new Map<string, GoldenCurve[]>();
  for (const curve of curves) {
    const { trace, unit, admission, tolerance, points } = curve;
    const key = [trace, unit, admission, tolerance > 0, ...points.map(each => each.capacity)].join();
    batches.set(key, [...(batches.get(key) ?? []), curve]);
  }
  return [...batches.values()].map(each => ({ curves: each, calls: callsOf(each) }));
}

function callsOf(curves: readonly GoldenCurve[]): MrcCall[] {
  const { trace, unit, admission, tolerance, points } = curves[0]!;
  const call = {
    // Rows on other traces were left out.
    trace: suppliedTrace(trace)!,
    specs: [...new Set(curves.map(each => each.spec))],
    admission,
    unit,
    capacities: points.map(each => each.capacity),
  };
  return (tolerance === 0 ? [1] : SEEDS).map(seed => ({ ...call, seed }));
}
