import { InputError } from '../../spec/input-error.ts';
import { DATA_TYPES } from '../../workloads/requests.ts';
import type { LevelConfiguration, Unit } from './types.ts';

/**
 * One partition for features, models and results each, beside the levels: half of L2 for 10 minutes; 50 entries (or a tenth
 * of L2's bytes) for an hour; and twice L1 for 3 minutes.
 * @throws InputError when a level is so small that a partition would have no room
 */
export function partitionQuotas(levels: readonly LevelConfiguration[], unit: Unit): LevelConfiguration[] {
  const first = levels[0]!;
  const second = levels[1] ?? first;
  const quotas = [
    { of: second, capacity: Math.floor(second.capacity / 2), ttlSeconds: 600 },
    { of: second, capacity: unit === 'entries' ? 50 : Math.floor(second.capacity / 10), ttlSeconds: 3600 },
    { of: first, capacity: 2 * first.capacity, ttlSeconds: 180 },
  ];
  return quotas.map(({ of, capacity, ttlSeconds }, i) => {
    const name = DATA_TYPES[i + 1]!;
    if (capacity < 1)
      throw new InputError('--levels', `${of.name} of ${of.capacity} leaves the partition ${name} no room`);
    return { name, capacity, ttlSeconds, policy: 'lru', admission: 'always', latency: first.latency };
  });
}
