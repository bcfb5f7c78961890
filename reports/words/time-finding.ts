import { mean, quantile } from 'd3-array';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { type Window, windowsOf } from '../charts/windows.ts';
import { count, percent } from './numbers.ts';

/** Hit ratios that differ by less are called steady. */
const STEADY = 0.04;

/** How the hit ratio moves: steady, different from phase to phase, climbing as the cache fills, or moving without a pattern that this can name. */
export function timeFinding(data: Pick<SimDocument, 'series' | 'answeredBy' | 'phases'>): string {
  const { phases } = data;
  const windows = windowsOf(data);
  const ratio = (window: Window) => window.hitRatio;
  const size = windows[0]!.requests;
  const say = (value: number) => percent(value, size);

  const byPhase = phases
    .map(({ label, at }, i) => {
      const end = phases[i + 1]?.at ?? Number.POSITIVE_INFINITY;
      const inside = windows.filter(window => window.from >= at && window.from < end);
      return { label, hits: mean(inside, ratio) };
    })
    .filter((each): each is { label: string; hits: number } => each.hits !== undefined);
  if (byPhase.length > 1) {
    const low = byPhase.reduce((a, b) => (b.hits < a.hits ? b : a));
    const high = byPhase.reduce((a, b) => (b.hits > a.hits ? b : a));
    if (high.hits - low.hits > STEADY)
      return `The hit ratio depends on the phase: ${say(low.hits)} in ${low.label}, ${say(high.hits)} in ${high.label}`;
  }

  const tail = windows.slice(Math.floor(windows.length / 5)).map(ratio);
  const [low, high] = [quantile(tail, 0.05)!, quantile(tail, 0.95)!];
  const start = ratio(windows[0]!);
  if (start < low - STEADY && high - low < 3 * STEADY) {
    const settled = windows.find(window => ratio(window) >= low)!;
    return `The hit ratio climbs from ${say(start)} and settles at ${say(quantile(tail, 0.5)!)} after ${count(settled.from)} requests`;
  }
  if (high - low < STEADY)
    return say(low) === say(high)
      ? `The hit ratio is steady at ${say(low)}`
      : `The hit ratio is steady, between ${say(low)} and ${say(high)}`;
  const lowest = windows.reduce((a, b) => (ratio(b) < ratio(a) ? b : a));
  return `The hit ratio moves between ${say(ratio(lowest))} and ${say(Math.max(...windows.map(ratio)))}, lowest around request ${count((lowest.from + lowest.to) / 2)}`;
}
