/** Which policies get a curve, and whether the method can tell anything about them. */
import { findBound } from '../../engine/bounds/catalog.ts';
import { resolveAdmission } from '../../engine/build-admission.ts';
import { resolveEviction } from '../../engine/build-policy.ts';
import type { Method } from '../../engine/curves/methods.ts';
import { unscalable } from '../../engine/curves/scaling.ts';
import { isLru } from '../../engine/experiments/curve-walks.ts';
import { InputError } from '../../spec/input-error.ts';
import { resolveEntry } from '../../spec/spec.ts';
import { specsIn } from '../options/lists.ts';
import type { Settings } from '../options/settings.ts';
import { options } from '../options/table.ts';

/** @throws InputError for a policy that does not exist or that the method is not for, before a long trace is read */
export function policiesOf({ policies: given, admission }: Settings, method: Method): string[] {
  const usual = method.kind === 'shards' ? 'lru' : options.policies.default;
  const policies = [...new Set(specsIn(given ?? usual, 'policies'))];
  if (admission !== undefined) checkAdmission(admission, method);
  for (const policy of policies) {
    const bound = findBound(policy);
    if (bound) {
      resolveEntry(policy, bound, '--policies');
      if (method.kind !== 'count')
        throw new InputError('--policies', `${policy} is a bound, which is computed from all requests: --method auto`);
      continue;
    }
    resolveEviction(policy, false, '--policies');
    if (method.kind === 'shards' && !isLru(policy))
      throw new InputError(
        '--policies',
        `shards estimates lru only, found ${policy}; --method mini takes nearly any policy`,
      );
    const misjudged = method.kind === 'mini' ? unscalable(policy, '--policies') : null;
    if (misjudged !== null)
      throw new InputError(
        '--policies',
        `mini misjudges ${misjudged}, which misses otherwise in a smaller cache for fewer keys; --method auto counts it`,
      );
  }
  return policies;
}

/** @throws InputError for an admission policy that does not exist or that the method cannot tell anything about */
function checkAdmission(spec: string, method: Method): void {
  // Whether there are sizes is known with the workload only.
  const { name, capabilities } = resolveAdmission(spec, true, '--admission').entry;
  if (method.kind === 'shards')
    throw new InputError('--admission', 'shards estimates LRU without admission; --method mini takes both');
  if (method.kind === 'mini' && capabilities.paced)
    throw new InputError('--admission', `${name} counts requests, of which a sample has fewer: not with --method mini`);
}
