import type { Configuration } from './types.ts';

/** Room in all levels, and in the partitions that answer beside them, in the hierarchy's unit. */
export function totalCapacity({ levels, partitions, partitionLevels }: Configuration): number {
  const stores = partitions === 'quota' ? [...levels, ...partitionLevels] : levels;
  return stores.reduce((sum, level) => sum + level.capacity, 0);
}
