import { InputError } from '../../spec/input-error.ts';
import { DATA_TYPES } from '../../workloads/requests.ts';
import { resolveEviction } from '../build-policy.ts';
import { parseQuotas } from './level-list.ts';
import type { LevelConfiguration, Unit } from './types.ts';
import { absoluteCapacity, capacityUnit, type Whole } from './unit.ts';

/**
 * One partition for features, models and results each, beside the levels. Unless `quotas` says otherwise: half of L2 for 10
 * minutes; 50 entries (or a tenth of L2's bytes) for an hour; and twice L1 for 3 minutes.
 * @param quotas the text of the option
 * @throws InputError when the text is wrong, or when a level is so small that a partition would have no room
 */
export function partitionQuotas(
  levels: readonly LevelConfiguration[],
  unit: Unit,
  workload: Whole,
  quotas: string | undefined,
): LevelConfiguration[] {
  const usual = usualQuotas(levels, unit);
  if (quotas !== undefined) override(usual, quotas, unit, workload);
  const cramped = usual.find(({ capacity }) => capacity < 1);
  if (cramped)
    throw new InputError(
      '--levels',
      `${cramped.of.name} of ${cramped.of.capacity} leaves the partition ${cramped.name} no room`,
    );
  const { latency } = levels[0]!;
  return usual.map(({ of: _, ...partition }) => ({ ...partition, admission: 'always', latency }));
}

/** What a partition is like, and the level that its usual capacity follows. */
interface Quota extends Omit<LevelConfiguration, 'admission' | 'latency'> {
  readonly of: LevelConfiguration;
}

function usualQuotas(levels: readonly LevelConfiguration[], unit: Unit): Quota[] {
  const first = levels[0]!;
  const second = levels[1] ?? first;
  const [, features, model, result] = DATA_TYPES;
  const models = unit === 'entries' ? 50 : Math.floor(second.capacity / 10);
  return [
    { name: features, of: second, capacity: Math.floor(second.capacity / 2), ttlSeconds: 600, policy: 'lru' },
    { name: model, of: second, capacity: models, ttlSeconds: 3600, policy: 'lru' },
    { name: result, of: first, capacity: 2 * first.capacity, ttlSeconds: 180, policy: 'lru' },
  ];
}

function override(quotas: Quota[], text: string, unit: Unit, workload: Whole): void {
  const usual = quotas.map(quota => ({ ...quota, capacity: { unit, value: quota.capacity } }));
  const given = parseQuotas(text, usual);
  const found = capacityUnit(
    given.map(({ capacity }) => capacity),
    workload,
    '--quotas',
  );
  for (const { capacity, ...quota } of given) {
    if (capacity.unit !== 'percent' && found !== unit)
      throw new InputError('--quotas', `found a capacity in ${found}, expected ${unit} as in --levels`);
    resolveEviction(quota.policy, unit === 'bytes', `--quotas ${quota.name}`);
    const at = quotas.findIndex(({ name }) => name === quota.name);
    quotas[at] = { ...quotas[at]!, ...quota, capacity: absoluteCapacity(capacity, unit, workload) };
  }
}
