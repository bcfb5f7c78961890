import type { MrcCell } from '../experiments/curve-cell.ts';

/** Entries that a cache scaled down to a sample must have: with fewer its hits are a matter of luck. */
const FEWEST_ENTRIES = 100;
/** How much larger the next sample is. */
const STEP = 4;
/** The share of the keys from which on counting costs no more: the sample is replayed twice, as a whole and in groups. */
const MOST = 0.5;

/** The whole of a workload, which sizes are measured against. */
interface Whole {
  readonly keys: number;
  readonly bytes: number | null;
}

/** Which cells are estimated from samples of how many keys, and which are counted. */
export interface SamplingPlan {
  readonly samples: readonly { readonly keys: number; readonly cells: readonly MrcCell[] }[];
  readonly counted: readonly MrcCell[];
}

/**
 * Gives each cell a sample that leaves its cache entries enough: small sizes are not refused, since a user who asks for a whole
 * curve wants its beginning too, but they take more keys, and are counted where that is no dearer.
 * @param keys to be sampled where that is enough
 */
export function planSamples(cells: readonly MrcCell[], whole: Whole, keys: number): SamplingPlan {
  const samples = new Map<number, MrcCell[]>();
  const counted: MrcCell[] = [];
  for (const cell of cells) {
    const all = cell.unit === 'bytes' ? whole.bytes! : whole.keys;
    const needed = FEWEST_ENTRIES * Math.max(1, all / cell.capacity);
    let sampled = keys;
    while (sampled < needed) sampled *= STEP;
    if (sampled > MOST * whole.keys) counted.push(cell);
    else samples.set(sampled, [...(samples.get(sampled) ?? []), cell]);
  }
  return { samples: [...samples].map(([sampled, its]) => ({ keys: sampled, cells: its })), counted };
}

/** The smallest size, in entries, that a sample of so many keys is enough for. */
export function smallestEstimated(universe: number, keys: number): number {
  return Math.ceil((FEWEST_ENTRIES * universe) / keys);
}
