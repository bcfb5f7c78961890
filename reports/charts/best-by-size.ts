import type { Curve } from './curves.ts';

/** A stretch of sizes over which one policy misses least, from the middle between two measured sizes to the next. */
export interface Reign {
  readonly policy: string;
  readonly colour: string;
  readonly from: number;
  readonly to: number;
  /** At how many of the measured sizes. */
  readonly sizes: number;
}

/**
 * Who misses least at each measured size, clairvoyant policies aside; neighbouring sizes with the same winner are one
 * stretch. Where several miss the same, the winner of the size before stays, otherwise the first named is taken.
 */
export function bestBySize(curves: readonly Curve[]): Reign[] {
  const rivals = curves.filter(({ role }) => role !== 'optimal');
  const sizes = [...new Set(rivals.flatMap(({ points }) => points.map(point => point.capacity)))].sort((a, b) => a - b);
  const reigns: Reign[] = [];
  sizes.forEach((size, i) => {
    const least = Math.min(...rivals.map(curve => measured(curve, size)));
    const winners = rivals.filter(curve => measured(curve, size) === least);
    const before = reigns.at(-1);
    const winner = winners.find(({ policy }) => policy === before?.policy) ?? winners[0]!;
    const to = i + 1 < sizes.length ? Math.sqrt(size * sizes[i + 1]!) : size;
    if (before?.policy === winner.policy) reigns[reigns.length - 1] = { ...before, to, sizes: before.sizes + 1 };
    else reigns.push({ policy: winner.policy, colour: winner.colour, from: before?.to ?? size, to, sizes: 1 });
  });
  return reigns;
}

function measured({ points }: Curve, size: number): number {
  return points.find(({ capacity }) => capacity === size)?.misses ?? Number.POSITIVE_INFINITY;
}
