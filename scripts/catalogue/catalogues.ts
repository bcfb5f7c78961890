import { bounds } from '../../engine/bounds/catalog.ts';
import { presets } from '../../engine/configuration/presets.ts';
import { curveMethods } from '../../engine/curves/methods.ts';
import {
  admissionPolicies,
  demotionPolicies,
  evictionPolicies,
  placementPolicies,
  promotionPolicies,
} from '../../policies/catalog.ts';
import { evictionGroups } from '../../policies/eviction/catalog.ts';
import { predictors } from '../../policies/prediction/catalog.ts';
import type { Description, Paper } from '../../spec/parameter.ts';
import { workloads } from '../../workloads/catalog.ts';
import { traceFormats } from '../../workloads/traces/catalog.ts';
import { type Catalogue, POLICY_FAMILIES, type PolicyFamily } from '../options/description.ts';
import type { Capabilities } from './words.ts';

/** What policies of all families have in common. */
interface AnyPolicy extends Description {
  readonly paper: Paper | null;
  readonly capabilities?: Capabilities;
}

const families: Readonly<Record<PolicyFamily, readonly AnyPolicy[]>> = {
  eviction: evictionPolicies,
  admission: admissionPolicies,
  placement: placementPolicies,
  promotion: promotionPolicies,
  demotion: demotionPolicies,
  prediction: predictors,
  bound: bounds,
};

/** Everything that has a name and can be listed. */
export const catalogues: Readonly<Record<Catalogue, readonly { readonly name: string }[]>> = {
  ...families,
  workloads,
  presets,
  formats: traceFormats,
  methods: curveMethods,
};

const groupOf = new Map<AnyPolicy, string>(
  Object.entries(evictionGroups).flatMap(([group, members]) => members.map(each => [each, group] as const)),
);

/** A policy and where it stands in the catalogue. */
export interface Listed extends AnyPolicy {
  readonly family: PolicyFamily;
  /** What kind of eviction policy it is; null in the other families. */
  readonly group: string | null;
}

/** All policies, family by family. */
export const policies: readonly Listed[] = POLICY_FAMILIES.flatMap(family =>
  families[family].map(each => ({ ...each, family, group: groupOf.get(each) ?? null })),
);
