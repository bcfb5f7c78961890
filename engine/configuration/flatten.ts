import type { Configuration } from './types.ts';

/**
 * One LRU (or whatever the last level's policy is) of the same total capacity, the answering partitions' included, with the
 * longest TTL, as fast as the last level: what a hierarchy must not fall below.
 */
export function flatten(configuration: Configuration): Configuration {
  const { levels, partitionLevels, partitions } = configuration;
  const last = levels[levels.length - 1]!;
  const held = partitions === 'quota' ? [...levels, ...partitionLevels] : levels;
  const ttls = levels.map(level => level.ttlSeconds ?? Number.POSITIVE_INFINITY);
  const longest = Math.max(...ttls);
  return {
    ...configuration,
    preset: 'flat',
    levels: [
      {
        ...last,
        name: 'flat',
        capacity: held.reduce((sum, level) => sum + level.capacity, 0),
        ttlSeconds: longest === Number.POSITIVE_INFINITY ? null : longest,
      },
    ],
    residency: 'per-level',
    inclusion: 'exclusive',
    placement: 'top',
    promotion: 'never',
    demotion: 'drop',
    levelTtl: 'cool',
    lifetime: 'carry',
    expiry: 'expired-first',
    coherence: 'supersede',
    partitions: 'none',
    partitionLevels: [],
  };
}
