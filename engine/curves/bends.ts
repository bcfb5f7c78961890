/** A point of a curve: misses at a size. */
interface Point {
  readonly capacity: number;
  readonly missRatio: number;
}

/** Evenly spaced sizes that are always among those chosen: other policies may bend where this curve does not. */
const EVEN = 10;
/** A chord that is as close as this, in miss ratio, needs no point in between. */
const CLOSE = 0.001;

/**
 * Sizes that show a curve with few points: some evenly spaced, and more where it bends. Each further one is where the curve
 * lies furthest from the straight line, over the logarithm of the size, between its neighbours (Douglas and Peucker, 1973).
 * @param curve by size, ascending, evenly spaced on a logarithmic axis
 * @param most sizes, 10 at least
 */
export function sizesAtBends(curve: readonly Point[], most: number): number[] {
  const last = curve.length - 1;
  const chosen = [...new Set(Array.from({ length: EVEN }, (_, i) => Math.round((i * last) / (EVEN - 1))))];
  while (chosen.length < most) {
    let furthest = { at: -1, distance: CLOSE };
    for (let i = 1; i < chosen.length; i++) {
      for (let at = chosen[i - 1]! + 1; at < chosen[i]!; at++) {
        const distance = distanceToChord(curve[chosen[i - 1]!]!, curve[at]!, curve[chosen[i]!]!);
        if (distance > furthest.distance) furthest = { at, distance };
      }
    }
    if (furthest.at < 0) break;
    chosen.push(furthest.at);
    chosen.sort((a, b) => a - b);
  }
  return chosen.map(at => curve[at]!.capacity);
}

function distanceToChord(from: Point, point: Point, to: Point): number {
  const part = Math.log(point.capacity / from.capacity) / Math.log(to.capacity / from.capacity);
  return Math.abs(point.missRatio - from.missRatio - part * (to.missRatio - from.missRatio));
}
