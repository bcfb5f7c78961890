import { formatDuration } from '../../spec/quantity.ts';
import type { LevelConfiguration, Unit } from './types.ts';

/** The text of `--levels` that gives these levels again. */
export function formatLevels(levels: readonly LevelConfiguration[], unit: Unit): string {
  return levels
    .map(({ name, capacity, ttlSeconds, policy }) => {
      const ttl = formatDuration(ttlSeconds ?? Number.POSITIVE_INFINITY);
      return `${name}=${capacity}${unit === 'bytes' ? 'B' : ''}/${ttl}/${policy}`;
    })
    .join(',');
}
