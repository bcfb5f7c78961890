/** Sizes of a hierarchy's levels as the user writes them, in the unit that its levels have. */

import { totalCapacity } from '../../engine/configuration/total-capacity.ts';
import type { Configuration } from '../../engine/configuration/types.ts';
import { absoluteCapacity } from '../../engine/configuration/unit.ts';
import { usualRoom } from '../../engine/experiments/level-sizes.ts';
import { InputError } from '../../spec/input-error.ts';
import { parseCapacity } from '../../spec/quantity.ts';
import type { Requests } from '../../workloads/requests.ts';
import { sizesIn } from '../options/lists.ts';

/** Room that each level is given and deprived of. @throws InputError */
export function roomOf(text: string | undefined, configuration: Configuration): number {
  if (text === undefined) return usualRoom(configuration);
  const all = totalCapacity(configuration);
  return inUnit(text, '--more', configuration, { keys: all, bytes: all });
}

/** Sizes to try at every level; null for those of its own choice. Percents are of the workload. @throws InputError */
export function sizesOf(
  list: string | undefined,
  configuration: Configuration,
  { universe, bytes }: Requests,
): number[] | null {
  if (list === undefined) return null;
  if (list === 'auto') throw new InputError('--sizes', 'auto follows the curve of LRU, which says nothing of levels');
  return sizesIn(list).map(size => inUnit(size, '--sizes', configuration, { keys: universe, bytes }));
}

function inUnit(
  text: string,
  place: string,
  { unit }: Configuration,
  whole: { readonly keys: number; readonly bytes: number | null },
): number {
  const capacity = parseCapacity(text, place);
  if (capacity.unit !== 'percent' && capacity.unit !== unit)
    throw new InputError(place, `found ${text}, expected ${unit}, which the levels are in, or percent`);
  return absoluteCapacity(capacity, unit, whole);
}
