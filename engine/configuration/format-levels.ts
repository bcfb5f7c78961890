import { formatDuration } from '../../spec/quantity.ts';
import type { LevelConfiguration, Unit } from './types.ts';

/** What `--levels` and `--quotas` say of a place. */
type Place = Pick<LevelConfiguration, 'name' | 'capacity' | 'ttlSeconds' | 'policy'>;

/** The text of `--levels` (or of `--quotas`) that gives these levels (or partitions) again. */
export function formatLevels(levels: readonly Place[], unit: Unit): string {
  return levels
    .map(({ name, capacity, ttlSeconds, policy }) => {
      const ttl = formatDuration(ttlSeconds ?? Number.POSITIVE_INFINITY);
      return `${name}=${capacity}${unit === 'bytes' ? 'B' : ''}/${ttl}/${policy}`;
    })
    .join(',');
}
