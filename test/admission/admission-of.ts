import { buildAdmission } from '../../engine/build-admission.ts';
import type { AdmissionContext, AdmissionPolicy } from '../../policies/admission/contract.ts';

/** An admission policy by itself: of ten entries, with ids below a hundred, unless it is told otherwise. */
export function admissionOf(spec: string, context: Partial<AdmissionContext> = {}): AdmissionPolicy {
  const policy = buildAdmission(spec, 'test', {
    capacity: 10,
    universe: 100,
    sizes: null,
    random: () => 0,
    nextAccess: null,
    frequency: () => ({ of: () => 0 }),
    ...context,
  });
  if (!policy) throw new Error(`${spec} admits all`);
  return policy;
}

/** What a filter says to newcomers that come one after the other. */
export function answers(policy: AdmissionPolicy, ...ids: readonly number[]): boolean[] {
  return ids.map(id => policy.accepts!(id));
}
