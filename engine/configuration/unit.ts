import { InputError } from '../../spec/input-error.ts';
import type { Capacity } from '../../spec/quantity.ts';
import type { Unit } from './types.ts';

/** What percentages refer to. */
export interface Whole {
  /** Distinct keys. */
  readonly keys: number;
  /** Sum of their sizes; null when the workload has none. */
  readonly bytes: number | null;
}

/** Entries or bytes, for all capacities of a run alike. @throws InputError */
export function capacityUnit(capacities: readonly Capacity[], workload: Whole, place: string): Unit {
  const bytes = capacities.some(capacity => capacity.unit === 'bytes');
  const entries = capacities.some(capacity => capacity.unit === 'entries');
  if (bytes && entries) throw new InputError(place, 'capacities must all be in entries or all in bytes');
  if (bytes && workload.bytes === null)
    throw new InputError(place, 'capacity in bytes, but the workload has no sizes: give it in entries or percent');
  return bytes ? 'bytes' : 'entries';
}

/** A capacity in the run's unit; a share of the workload is at least 1. */
export function absoluteCapacity(capacity: Capacity, unit: Unit, workload: Whole): number {
  if (capacity.unit !== 'percent') return capacity.value;
  const whole = unit === 'bytes' ? workload.bytes! : workload.keys;
  return Math.max(1, Math.floor((whole * capacity.value) / 100));
}
