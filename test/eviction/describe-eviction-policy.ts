import { describe, test } from 'vitest';
import type { EvictionDescription } from '../../policies/eviction/contract.ts';
import { casesOf } from '../property-runs.ts';
import type { ConformanceOptions } from './conformance/checks.ts';
import type { CreateTwin } from './paired-cache.ts';
import { describeEvictionPolicy as declare } from './testing.ts';

/**
 * Holds an eviction policy to the contract in this project's own tests. With a twin, both choose the same victims all along;
 * what a policy remembers and reads, twins and golden numbers say more precisely than a rule for all.
 */
export function describeEvictionPolicy(
  policy: string | EvictionDescription,
  createTwin?: CreateTwin,
  options: Pick<ConformanceOptions, 'hashesIds'> = {},
): void {
  const runner = { describe, test };
  const runs = casesOf(30);
  declare(policy, {
    runner,
    runs,
    remembers: true,
    readsIds: true,
    ...(createTwin && { twin: createTwin }),
    ...options,
  });
}
