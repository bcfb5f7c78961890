import type { Cliff } from '../../engine/curves/shape.ts';
import { curvesOf, missesAt } from '../charts/curves.ts';
import type { SizeData } from '../charts/size.ts';
import { capacityWithUnit, percent, points } from './numbers.ts';

/** Half a point of misses: what a reader would not pay memory for. */
const WORTH_IT = 0.5;

/** Whether more room would help, and how far the hierarchy is from the best possible cache of its size. */
export function sizeFinding({ curve, unit, requests, fill, missRatio, capacity, fetchesAhead }: SizeData): string {
  const curves = curvesOf(curve.rows);
  const say = (misses: number) => percent(misses / 100, requests);
  const lru = curves.find(({ role }) => role === 'flat-lru');
  const optimal = curves.find(({ role }) => role === 'optimal');
  const now = lru && missesAt(lru, capacity);
  const doubled = lru && missesAt(lru, 2 * capacity);
  // The best possible cache fetches on demand: it bounds no hierarchy that fetches ahead.
  const best = optimal && !fetchesAhead ? missesAt(optimal, capacity) : null;

  // The curves' caches are filled on every miss: what they would gain says nothing about a hierarchy that is not.
  if (fill === 'none') {
    const misses = `The hierarchy, which no miss fills, misses ${percent(missRatio, requests)}`;
    return typeof now === 'number'
      ? `${misses}; an LRU of its size, filled on every miss, would miss ${say(now)}`
      : misses;
  }
  const parts: string[] = [];
  const cliff = cliffAhead(curve, capacity);
  const beyond = cliff && lru ? missesAt(lru, cliff.to) : null;
  if (cliff && beyond !== null && typeof now === 'number')
    parts.push(
      `An LRU of its size stands before a cliff: it misses ${say(now)}, but ${say(beyond)} with ${capacityWithUnit(cliff.to, unit)}`,
    );
  else if (typeof now === 'number' && typeof doubled === 'number')
    parts.push(
      now - doubled < WORTH_IT
        ? `Twice the capacity would spare an LRU hardly a miss (${say(now)}, then ${say(doubled)})`
        : `Twice the capacity would cut the misses of an LRU from ${say(now)} to ${say(doubled)}`,
    );
  if (best !== null) {
    const gap = missRatio - best / 100;
    parts.push(
      100 * gap < WORTH_IT
        ? 'the hierarchy misses hardly more than the best possible cache of its size'
        : `the hierarchy stands ${points(gap, requests).slice(1)} above the best possible cache of its size`,
    );
  }
  if (parts.length === 0)
    return `The hierarchy misses ${percent(missRatio, requests)} with ${capacityWithUnit(capacity, unit)}${typeof now === 'number' ? `, an LRU of that size ${say(now)}` : ''}`;
  const sentence = parts.join('; ');
  return sentence[0]!.toUpperCase() + sentence.slice(1);
}

/** The stretch in which the room lies, where more of it buys an LRU little until much comes at once. */
function cliffAhead({ shapes = [] }: SizeData['curve'], room: number): Cliff | undefined {
  return shapes.find(({ policy }) => policy === 'lru')?.cliffs.find(({ from, to }) => from <= room && room < to);
}
