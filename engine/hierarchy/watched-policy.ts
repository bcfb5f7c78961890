import type { AdmissionPolicy } from '../../policies/admission/contract.ts';
import type { EvictionPolicy } from '../../policies/eviction/contract.ts';

/**
 * An eviction policy beside which admission policies hear of the hits. It stands in the place of the policy, so that hosts without
 * such an audience need not look whether there is one.
 */
export function watched(policy: EvictionPolicy, audience: readonly (AdmissionPolicy | null)[]): EvictionPolicy {
  const listeners = audience.filter(each => each?.hit);
  if (listeners.length === 0) return policy;
  const shown: EvictionPolicy = {
    hit(id) {
      for (const listener of listeners) listener!.hit!(id);
      policy.hit(id);
    },
    victim: incoming => policy.victim(incoming),
    evict: incoming => policy.evict(incoming),
    insert: id => policy.insert(id),
    remove: id => policy.remove(id),
  };
  if (policy.accepts) shown.accepts = incoming => policy.accepts!(incoming);
  if (policy.remembers) shown.remembers = id => policy.remembers!(id);
  if (policy.surplus) shown.surplus = () => policy.surplus!();
  if (policy.inspect) shown.inspect = () => policy.inspect!();
  if (policy.retire) shown.retire = id => policy.retire!(id);
  return shown;
}
