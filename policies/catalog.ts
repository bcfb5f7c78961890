import { always } from './admission/always.ts';
import type { AdmissionDescription } from './admission/contract.ts';
import { tinylfu } from './admission/tinylfu.ts';
import { cascade } from './demotion/cascade.ts';
import type { DemotionDescription } from './demotion/contract.ts';
import { drop } from './demotion/drop.ts';
import { worthy } from './demotion/worthy.ts';
import { arc } from './eviction/arc.ts';
import { clock } from './eviction/clock.ts';
import type { EvictionDescription } from './eviction/contract.ts';
import { fifo } from './eviction/fifo.ts';
import { guarded } from './eviction/guarded.ts';
import { lfu } from './eviction/lfu.ts';
import { lirs } from './eviction/lirs.ts';
import { lru } from './eviction/lru.ts';
import { mru } from './eviction/mru.ts';
import { opt } from './eviction/opt.ts';
import { random } from './eviction/random.ts';
import { s3Fifo } from './eviction/s3-fifo.ts';
import { sieve } from './eviction/sieve.ts';
import { slru } from './eviction/slru.ts';
import { twoQueue } from './eviction/two-queue.ts';
import { byPriority } from './placement/by-priority.ts';
import type { PlacementDescription } from './placement/contract.ts';
import { all, bottom, top } from './placement/fixed.ts';
import type { PromotionDescription } from './promotion/contract.ts';
import { everyHit } from './promotion/every-hit.ts';
import { frequency } from './promotion/frequency.ts';
import { never } from './promotion/never.ts';
import { nthHit } from './promotion/nth-hit.ts';

export const evictionPolicies: readonly EvictionDescription[] = [
  fifo,
  lru,
  mru,
  clock,
  random,
  lfu,
  slru,
  twoQueue,
  sieve,
  s3Fifo,
  arc,
  lirs,
  opt,
  guarded,
];

export const admissionPolicies: readonly AdmissionDescription[] = [always, tinylfu];

export const placementPolicies: readonly PlacementDescription[] = [byPriority, top, bottom, all];

export const promotionPolicies: readonly PromotionDescription[] = [never, everyHit, nthHit, frequency];

export const demotionPolicies: readonly DemotionDescription[] = [drop, cascade, worthy];
