import { percent } from '../figures.ts';
import type { Rule } from '../proposal.ts';

/** Of the requests: promotions before anything is tried. */
const MUCH_MOVING = 0.1;
const CALMER = ['frequency', 'nth-hit:n=2', 'nth-hit:n=4'] as const;

/** Many hits move an entry up, and as many push another one down. */
export const promotionChurn: Rule = ({ configuration, run }) => {
  if (!run || run.totals.requests === 0) return [];
  const { promotion } = configuration;
  const promotions = run.moves.reduce((sum, { kind, count }) => sum + (kind === 'promotion' ? count : 0), 0);
  const share = promotions / run.totals.requests;
  if (share < MUCH_MOVING) return [];
  const reason = `${percent(share)} of the requests move an entry to a faster level.`;
  const name = promotion.split(':')[0];
  return CALMER.filter(spec => spec.split(':')[0] !== name).map(spec => ({
    rule: 'promotion-churn',
    title: `promotion ${promotion} → ${spec}`,
    reason,
    change: { promotion: spec },
    aim: 'calmer',
  }));
};
