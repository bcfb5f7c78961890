import { placementPolicies } from '../../policies/catalog.ts';
import { DEMO, describeWhereItPays, FAST_HOT_SET, PIPELINE, SCANS, ZIPF } from './comparison.ts';

const BASE = {
  preset: 'exclusive-lru',
  levels: 'L1=15/-/lru,L2=45/-/lru,L3=90/-/lru',
  promotion: 'every-hit:to=next',
};
const COPIES = { inclusion: 'nine', demotion: 'drop', promotion: 'every-hit:to=next,by=copy' };
const BY_FREQUENCY = { promotion: 'frequency' };

describeWhereItPays('placement', placementPolicies, BASE, [
  { policy: 'top', against: 'bottom', workload: FAST_HOT_SET, what: 'latencyMs', measured: [1.4, 1.33] },
  { policy: 'top', against: 'bottom', workload: SCANS, what: 'hits', measured: [51.6, 47.5] },
  { policy: 'bottom', against: 'top', workload: SCANS, what: 'hits', measured: [47.5, 51.6] },
  { policy: 'bottom', against: 'top', workload: FAST_HOT_SET, what: 'latencyMs', measured: [1.33, 1.4] },
  // Models and results go to the top, and are hit there; features leave the cache sooner.
  { policy: 'priority', against: 'bottom', workload: PIPELINE, what: 'firstLevelHits', measured: [10.7, 16.6] },
  { policy: 'priority', against: 'bottom', workload: PIPELINE, what: 'hits', measured: [42.3, 38.5] },
  { policy: 'all', against: 'top', workload: ZIPF, what: 'hits', measured: [37.4, 63.8], base: COPIES },
  { policy: 'all', against: 'bottom', workload: ZIPF, what: 'hits', measured: [69.5, 63.8], base: COPIES },
  {
    policy: 'climb',
    against: 'top',
    workload: DEMO,
    what: 'firstLevelHits',
    measured: [26.5, 35.5],
    base: BY_FREQUENCY,
  },
  { policy: 'climb', against: 'bottom', workload: SCANS, what: 'hits', measured: [51.7, 47.6], base: BY_FREQUENCY },
]);
