import type { Facts, Proposal, Rule } from './proposal.ts';
import { deadHoldRoom, lifetimesShort } from './rules/lifetimes.ts';
import { policyGap } from './rules/policy-gap.ts';
import { predictorPollutes } from './rules/predictor-pollutes.ts';
import { promotionChurn } from './rules/promotion-churn.ts';
import { ampleFirstLevel, idleFirstLevel, lowHitRatio, slowAnswers } from './rules/rules-of-thumb.ts';
import { scanPollution } from './rules/scan-pollution.ts';
import { cliffAhead, pastTheKnee } from './rules/size-steps.ts';
import { spareRoom } from './rules/spare-room.ts';
import { staleHits } from './rules/stale-hits.ts';
import { stampede } from './rules/stampede.ts';
import { unevenPartitions } from './rules/uneven-partitions.ts';
import { unusedLevel } from './rules/unused-level.ts';

/** Those that know best where to look come first: not everything can be tried. */
const rules: readonly Rule[] = [
  staleHits,
  predictorPollutes,
  stampede,
  unevenPartitions,
  lifetimesShort,
  deadHoldRoom,
  cliffAhead,
  lowHitRatio,
  idleFirstLevel,
  policyGap,
  scanPollution,
  spareRoom,
  pastTheKnee,
  ampleFirstLevel,
  unusedLevel,
  slowAnswers,
  promotionChurn,
];

/** What is worth trying, each change once: the first proposal of every rule, then the second ones, and so on. */
export function proposalsFor(facts: Facts): Proposal[] {
  const lists = rules.map(rule => rule(facts));
  const longest = Math.max(...lists.map(list => list.length));
  const dealt = Array.from({ length: longest }, (_, i) => lists.flatMap(list => list[i] ?? [])).flat();
  const changes = dealt.map(({ change }) => JSON.stringify(change));
  return dealt.filter((_, i) => changes.indexOf(changes[i]!) === i);
}
