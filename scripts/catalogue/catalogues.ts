import { presets } from '../../engine/configuration/presets.ts';
import {
  admissionPolicies,
  demotionPolicies,
  evictionPolicies,
  placementPolicies,
  promotionPolicies,
} from '../../policies/catalog.ts';
import type { EvictionCapabilities } from '../../policies/eviction/contract.ts';
import type { Description, Paper } from '../../spec/parameter.ts';
import { workloads } from '../../workloads/catalog.ts';
import { traceFormats } from '../../workloads/traces/catalog.ts';
import { type Catalogue, POLICY_FAMILIES, type PolicyFamily } from '../options/table.ts';

/** What policies of all families have in common. */
export interface AnyPolicy extends Description {
  readonly paper: Paper | null;
  readonly capabilities?: EvictionCapabilities;
}

const families: Readonly<Record<PolicyFamily, readonly AnyPolicy[]>> = {
  eviction: evictionPolicies,
  admission: admissionPolicies,
  placement: placementPolicies,
  promotion: promotionPolicies,
  demotion: demotionPolicies,
};

/** Everything that has a name and can be listed. */
export const catalogues: Readonly<Record<Catalogue, readonly { readonly name: string }[]>> = {
  ...families,
  workloads,
  presets,
  formats: traceFormats,
};

/** All policies, family by family. */
export const policies: readonly (AnyPolicy & { readonly family: PolicyFamily })[] = POLICY_FAMILIES.flatMap(family =>
  families[family].map(each => ({ ...each, family })),
);
