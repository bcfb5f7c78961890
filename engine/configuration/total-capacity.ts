import type { Configuration, LevelConfiguration } from './types.ts';

/** The levels, and behind them the partitions that answer beside them. */
export function answeringStores({ levels, partitions, partitionLevels }: Configuration): readonly LevelConfiguration[] {
  return partitions === 'quota' ? [...levels, ...partitionLevels] : levels;
}

/** Room in all levels, and in the partitions that answer beside them, in the hierarchy's unit. */
export function totalCapacity(configuration: Configuration): number {
  return answeringStores(configuration).reduce((sum, level) => sum + level.capacity, 0);
}
