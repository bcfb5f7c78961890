import type { Options } from '../../configuration/types.ts';
import { percent } from '../figures.ts';
import type { Rule } from '../proposal.ts';

/** Hits serve old data: copies live on after a set, or moves renew lifetimes. */
export const staleHits: Rule = ({ configuration, run }) => {
  if (!run || run.totals.staleHits === 0) return [];
  const { coherence, lifetime } = configuration;
  const change: Options = {
    ...(coherence === 'none' && { coherence: 'supersede' }),
    ...(lifetime === 'restamp' && { lifetime: 'carry' }),
  };
  const changes = Object.entries(change);
  if (changes.length === 0) return [];
  const now: Options = { coherence, lifetime };
  const title = changes.map(([axis, value]) => `${axis} ${now[axis as keyof Options]} → ${value}`).join(', ');
  const reason = `${percent(run.totals.staleHits / run.totals.requests)} of the requests are answered with data that is out of date.`;
  return [{ rule: 'stale-hits', title, reason, change, aim: 'fresher' }];
};
