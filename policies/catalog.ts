import { adaptSize } from './admission/adaptsize.ts';
import { always } from './admission/always.ts';
import { clairvoyant } from './admission/clairvoyant.ts';
import type { AdmissionDescription } from './admission/contract.ts';
import { larc } from './admission/larc.ts';
import { probability } from './admission/probability.ts';
import { secondHit } from './admission/second-hit.ts';
import { sizeBelow } from './admission/size-below.ts';
import { tinylfu } from './admission/tinylfu.ts';
import { cascade } from './demotion/cascade.ts';
import type { DemotionDescription } from './demotion/contract.ts';
import { drop } from './demotion/drop.ts';
import { minRemainingTtl } from './demotion/min-remaining-ttl.ts';
import { probability as probableDemotion } from './demotion/probability.ts';
import { rejectFirst } from './demotion/reject-first.ts';
import { worthy } from './demotion/worthy.ts';
import { evictionGroups } from './eviction/catalog.ts';
import type { EvictionDescription } from './eviction/contract.ts';
import { byPriority } from './placement/by-priority.ts';
import type { PlacementDescription } from './placement/contract.ts';
import { all, bottom, climb, top } from './placement/fixed.ts';
import type { PromotionDescription } from './promotion/contract.ts';
import { costBenefit } from './promotion/cost-benefit.ts';
import { everyHit } from './promotion/every-hit.ts';
import { frequency } from './promotion/frequency.ts';
import { never } from './promotion/never.ts';
import { nthHit } from './promotion/nth-hit.ts';
import { probability as probablePromotion } from './promotion/probability.ts';
import { promote } from './promotion/promote.ts';
import { ulc } from './promotion/ulc.ts';

export const evictionPolicies: readonly EvictionDescription[] = Object.values(evictionGroups).flat();

export const admissionPolicies: readonly AdmissionDescription[] = [
  always,
  tinylfu,
  secondHit,
  larc,
  probability,
  sizeBelow,
  adaptSize,
  clairvoyant,
];

export const placementPolicies: readonly PlacementDescription[] = [byPriority, top, bottom, all, climb];

export const promotionPolicies: readonly PromotionDescription[] = [
  never,
  everyHit,
  nthHit,
  frequency,
  costBenefit,
  probablePromotion,
  promote,
  ulc,
];

export const demotionPolicies: readonly DemotionDescription[] = [
  drop,
  cascade,
  worthy,
  rejectFirst,
  minRemainingTtl,
  probableDemotion,
];
