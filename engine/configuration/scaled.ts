import { InputError } from '../../spec/input-error.ts';
import { optionsOf } from './options-of.ts';
import { totalCapacity } from './total-capacity.ts';
import type { Configuration, LevelConfiguration, Options, Unit } from './types.ts';

/** A room for the whole cache. */
export interface Room {
  readonly capacity: number;
  readonly unit: Unit;
}

/**
 * The options of a cache with so much room in all, in the proportions that it has: of the levels, and of the partitions where they hold
 * entries of their own. Everything else is as it was, the latency of a level that has another name in other presets too.
 * @throws InputError at `--sizes` when not every level gets at least 1
 */
export function scaledTo(configuration: Configuration, { capacity, unit }: Room): Options {
  const { levels, partitions, partitionLevels } = configuration;
  const stores = partitions === 'quota' ? [...levels, ...partitionLevels] : levels;
  if (capacity < stores.length)
    throw new InputError(
      '--sizes',
      `${capacity} is too little for ${stores.length} levels, expected one for each at least`,
    );
  const whole = totalCapacity(configuration);
  const shares = apportioned(
    stores.map(each => each.capacity / whole),
    capacity,
  );
  // Partitions that nobody reads hold copies beside the room that is shared out; they follow it.
  const beside = (place: LevelConfiguration) => Math.max(1, Math.round((place.capacity * capacity) / whole));
  const resized = (places: readonly LevelConfiguration[], from: number) =>
    places.map((place, i) => ({ ...place, capacity: shares[from + i] ?? beside(place) }));
  return optionsOf({
    ...configuration,
    unit,
    levels: resized(levels, 0),
    partitionLevels: resized(partitionLevels, levels.length),
  });
}

/**
 * Whole numbers that add up to a total, near to shares of it and none below 1: what rounding down leaves goes to those who lose most
 * by it (largest remainder).
 */
export function apportioned(shares: readonly number[], total: number): number[] {
  const exact = shares.map(share => share * total);
  const parts = exact.map(each => Math.max(1, Math.floor(each)));
  let left = total - parts.reduce((sum, each) => sum + each, 0);
  const byLoss = exact.map((each, i) => ({ i, loss: each - parts[i]! })).sort((a, b) => b.loss - a.loss || a.i - b.i);
  for (const { i } of byLoss) {
    if (left <= 0) break;
    parts[i]!++;
    left--;
  }
  // Who was raised to 1 is paid for by the largest.
  for (; left < 0; left++) parts[parts.indexOf(Math.max(...parts))]!--;
  return parts;
}
