import { NO_PREDICTION } from '../../prediction/none.ts';
import { percent } from '../figures.ts';
import type { Rule } from '../proposal.ts';

/** Of the misses: those that fetch what is on its way already, before anything is tried. */
const SOME_DOUBLED = 0.01;
/** Of the misses: those that wait for what is on its way. */
const MUCH_WAITING = 0.1;
const REFRESHES = ['ttl-refresh', 'ttl-refresh:mode=early'] as const;

/** Many ask for the same data while it is being fetched: they ask the origin as well, or wait because an entry in use expired. */
export const stampede: Rule = ({ configuration, run }) => {
  if (!run || run.totals.misses === 0) return [];
  const { totals } = run;
  const { doubledFetches = 0 } = totals;
  const { inflight, prediction, levels } = configuration;
  if (inflight === 'stampede' && doubledFetches >= SOME_DOUBLED * totals.misses)
    return [
      {
        rule: 'stampede',
        title: 'inflight stampede → coalesce',
        reason: `${percent(doubledFetches / totals.misses)} of the misses fetch what is on its way already.`,
        change: { inflight: 'coalesce' },
        aim: 'better',
      },
    ];
  const expiring = levels.some(level => level.ttlSeconds !== null);
  if (prediction !== NO_PREDICTION || !expiring || totals.delayedHits < MUCH_WAITING * totals.misses) return [];
  return REFRESHES.map(spec => ({
    rule: 'stampede',
    title: `prediction ${NO_PREDICTION} → ${spec}`,
    reason: `${percent(totals.delayedHits / totals.misses)} of the misses wait for data that is on its way already.`,
    change: { prediction: spec },
    aim: 'better',
  }));
};
