import type { EvictionDescription } from '../../policies/eviction/contract.ts';
import { type ConformanceOptions, conformanceChecks } from './conformance/checks.ts';

/** What tests are declared with, as most test runners have it. */
export interface TestRunner {
  describe(name: string, body: () => void): unknown;
  test(name: string, body: () => void): unknown;
}

/**
 * Declares the tests that every eviction policy must pass, under random operations of a host (docs/write-a-policy.md):
 * it evicts residents only and names no others as surplus, `evict` keeps to what `victim` has just said, removed ids are
 * forgotten, in entries and, where the policy is `sized`, in bytes; it is a function of its context; what it may share with
 * other levels it uses for residents only; and of whom it does not remember it knows nothing.
 * @param policy its description, or the spec of one in the catalogue
 * @param options.runner the runner's `describe` and `test`, where they are not global
 * @throws InputError for a spec or parameters that do not exist
 */
export function describeEvictionPolicy(
  policy: string | EvictionDescription,
  { runner = globalRunner(), ...options }: ConformanceOptions & { readonly runner?: TestRunner } = {},
): void {
  const checks = conformanceChecks(policy, options);
  runner.describe(typeof policy === 'string' ? policy : policy.name, () => {
    for (const { title, run } of checks) runner.test(title, run);
  });
}

function globalRunner(): TestRunner {
  const { describe, test, it } = globalThis as Partial<TestRunner> & { readonly it?: TestRunner['test'] };
  const declare = test ?? it;
  if (!describe || !declare)
    throw new Error(
      'no global describe and test: pass them, describeEvictionPolicy(policy, { runner: { describe, test } })',
    );
  return { describe, test: declare };
}

export type { ConformanceOptions } from './conformance/checks.ts';
export type { CreateTwin } from './paired-cache.ts';
