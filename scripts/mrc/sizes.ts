import type { Unit } from '../../engine/configuration/types.ts';
import { absoluteCapacity, capacityUnit } from '../../engine/configuration/unit.ts';
import { parseCapacity } from '../../spec/quantity.ts';
import { sizesIn } from '../options/lists.ts';

/** Capacities in ascending order as given, without repetitions. */
export interface Sizes {
  readonly unit: Unit;
  readonly capacities: readonly number[];
}

/** Two lines of the terminal's table. */
const AUTOMATIC = 14;
const SMALLEST_SHARE = 0.001;
const PLACE = '--sizes';

/**
 * Reads a list such as `100,1%,64MiB`. Sizes are bytes when one of them names a unit of bytes; percents are then of the
 * workload's bytes, else of its keys. Without a list: sizes evenly spaced on a logarithmic axis, from 0.1 % to all keys.
 * @param smallest in entries: where sizes of its own choice begin, unless that leaves less than a factor of ten
 * @throws InputError when entries and bytes are mixed, or the workload has no sizes
 */
export function resolveSizes(
  list: string | undefined,
  workload: { keys: number; bytes: number | null },
  smallest = 1,
): Sizes {
  if (list === undefined) return { unit: 'entries', capacities: evenSizes(workload.keys, smallest, AUTOMATIC) };
  const sizes = sizesIn(list).map(each => parseCapacity(each, PLACE));
  const unit = capacityUnit(sizes, workload, PLACE);
  return { unit, capacities: [...new Set(sizes.map(size => absoluteCapacity(size, unit, workload)))] };
}

/** Whole numbers of entries, evenly spaced on a logarithmic axis, from 0.1 % of the keys or the least to all of them. */
export function evenSizes(keys: number, least: number, count: number): number[] {
  const smallest = Math.max(1, keys * SMALLEST_SHARE, 10 * least <= keys ? least : 0);
  const step = (keys / smallest) ** (1 / (count - 1));
  return [...new Set(Array.from({ length: count }, (_, i) => Math.max(1, Math.round(smallest * step ** i))))];
}
