import { promotionPolicies } from '../../policies/catalog.ts';
import { DEMO, describeWhereItPays, FAST_HOT_SET, FLAT_ZIPF, PIPELINE, SLOW_HOT_SET, ZIPF } from './comparison.ts';

const LEVELS = 'L1=15/-/lru,L2=45/-/lru,L3=90/-/lru';
/** Everything starts in the last level: only hits bring it up. */
const BASE = { preset: 'exclusive-lru', levels: LEVELS, placement: 'bottom', demotion: 'cascade' };
/** Everything starts at the top, and one LRU says who leaves: promotion cannot change the hits, only where they are. */
const UNIFIED = { residency: 'unified:policy=lru', placement: 'top' };

describeWhereItPays('promotion', promotionPolicies, BASE, [
  { policy: 'never', against: 'every-hit', workload: ZIPF, what: 'moved', measured: [0.55, 0] },
  { policy: 'never', against: 'every-hit', workload: ZIPF, what: 'hits', measured: [74.9, 65.7] },
  { policy: 'every-hit', against: 'never', workload: SLOW_HOT_SET, what: 'hits', measured: [73.9, 88.3] },
  { policy: 'every-hit', against: 'nth-hit', workload: ZIPF, what: 'moved', measured: [0.26, 0.55] },
  { policy: 'nth-hit', against: 'every-hit', workload: FLAT_ZIPF, what: 'hits', measured: [41, 41.6] },
  { policy: 'nth-hit', against: 'every-hit', workload: FAST_HOT_SET, what: 'latencyMs', measured: [1.4, 1.48] },
  { policy: 'frequency', against: 'every-hit', workload: DEMO, what: 'firstLevelHits', measured: [33.1, 38.1] },
  {
    policy: 'frequency',
    against: 'every-hit',
    workload: SLOW_HOT_SET,
    what: 'latencyMs',
    measured: [1.16, 1.2],
    base: UNIFIED,
  },
  { policy: 'cost-benefit', against: 'every-hit', workload: DEMO, what: 'firstLevelHits', measured: [33.1, 42.4] },
  {
    policy: 'cost-benefit:window=10',
    against: 'every-hit',
    workload: FAST_HOT_SET,
    what: 'firstLevelHits',
    measured: [35.2, 12.6],
  },
  { policy: 'probability', against: 'every-hit', workload: PIPELINE, what: 'hits', measured: [42.3, 43.4] },
  {
    policy: 'probability',
    against: 'every-hit',
    workload: FAST_HOT_SET,
    what: 'firstLevelHits',
    measured: [35.2, 13.4],
  },
  { policy: 'promote', against: 'every-hit', workload: DEMO, what: 'firstLevelHits', measured: [33.1, 38.4] },
  { policy: 'promote', against: 'every-hit', workload: FAST_HOT_SET, what: 'firstLevelHits', measured: [35.2, 18.8] },
  { policy: 'ulc', against: 'every-hit', workload: FAST_HOT_SET, what: 'firstLevelHits', measured: [35.2, 38.6] },
  { policy: 'ulc', against: 'every-hit', workload: FLAT_ZIPF, what: 'firstLevelHits', measured: [15.5, 14.3] },
]);
