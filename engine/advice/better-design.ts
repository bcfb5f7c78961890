import { formatLevels } from '../configuration/format-levels.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Proposal } from './proposal.ts';

/** Proposes the guarded design, where another one runs. */
export function betterDesign(
  rule: string,
  reason: string,
  { residency, promotion, levels, unit, preset }: Configuration,
): Proposal[] {
  if (residency.startsWith('guarded') && promotion.startsWith('frequency')) return [];
  const change = { preset: 'tierlab', levels: formatLevels(levels, unit) };
  return [{ rule, reason, title: `preset ${preset} → tierlab`, change, aim: 'better' }];
}
