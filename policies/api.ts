/**
 * What a policy in a file of one's own is written with: `import { defineEviction } from 'tierlab/policies'`
 * (docs/write-a-policy.md); and the policies that there are.
 */

export type { Description, Paper, Parameter, Parameters, Values } from '../spec/parameter.ts';
export {
  admissionPolicies,
  demotionPolicies,
  evictionPolicies,
  placementPolicies,
  promotionPolicies,
} from './catalog.ts';
export {
  defineEviction,
  type EvictionCapabilities,
  type EvictionContext,
  type EvictionDescription,
  type EvictionPolicy,
  NEVER,
} from './eviction/contract.ts';
export type { PolicyPart } from './eviction/inspection.ts';
export { FrequencyBuckets } from './structures/frequency-buckets.ts';
export { IdHeap } from './structures/id-heap.ts';
export { IdRing } from './structures/id-ring.ts';
export { type IdList, Links } from './structures/links.ts';
