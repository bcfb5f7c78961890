import type { Configuration, Options } from '../../configuration/types.ts';
import { percent } from '../figures.ts';
import type { Proposal, Rule } from '../proposal.ts';

/** Of the requests: what OPT must hit more before anything is tried. */
const WIDE = 0.03;
const POLICIES = ['lirs', 's3-fifo', 'arc', 'w-tinylfu', 'sieve'];
/** Not all can be tried, so those come first that win most often and by different means. */
const ORDERS = [
  'guarded:challenger=lirs+s3-fifo',
  'unified:policy=lirs',
  'guarded:challenger=w-tinylfu',
  ...POLICIES.slice(1).map(name => `unified:policy=${name}`),
];

/** OPT hits far more in the same room: another policy may come nearer. */
export const policyGap: Rule = ({ configuration, run }) => {
  const optimal = run?.optimal;
  if (!run || !optimal) return [];
  const gap = optimal.hitRatio - run.totals.hitRatio;
  if (gap < WIDE) return [];
  const how =
    optimal.share < 1 ? ` (estimated from ${percent(optimal.share)} of the keys, ±${percent(optimal.error)})` : '';
  const reason = `In the same room OPT, which knows the future, hits ${percent(gap)} more of the requests${how}.`;
  return alternatives(configuration).map(each => ({ ...each, rule: 'policy-gap', reason, aim: 'better' }));
};

/** One order for all levels where each id lies in one of them, else another policy in every level. */
function alternatives({ inclusion, residency, levels }: Configuration): Pick<Proposal, 'title' | 'change'>[] {
  const now = inclusion === 'exclusive' ? residency : levels[0]!.policy;
  const axis: keyof Options = inclusion === 'exclusive' ? 'residency' : 'policy';
  const specs = axis === 'residency' ? ORDERS : POLICIES;
  return specs
    .filter(spec => spec !== now)
    .map(spec => ({ title: `${axis} ${now} → ${spec}`, change: { [axis]: spec } }));
}
