import { demotionPolicies } from '../../policies/catalog.ts';
import { describeWhereItPays, FAST_HOT_SET, FLAT_ZIPF, LOOP, SCANS, SLOW_HOT_SET, ZIPF } from './comparison.ts';

const BASE = { preset: 'exclusive-lru', levels: 'L1=15/-/lru,L2=45/-/lru,L3=90/-/lru' };
const ONE_SECOND = { levels: 'L1=15/1s/lru,L2=45/1s/lru,L3=90/1s/lru' };

describeWhereItPays('demotion', demotionPolicies, BASE, [
  // Neither ever hits on this loop.
  { policy: 'drop', against: 'cascade', workload: LOOP, what: 'moved', measured: [2, 0] },
  { policy: 'drop', against: 'cascade', workload: ZIPF, what: 'hits', measured: [73.1, 37.4] },
  { policy: 'cascade', against: 'drop', workload: FAST_HOT_SET, what: 'hits', measured: [33.6, 81.7] },
  { policy: 'cascade', against: 'reject-first', workload: SCANS, what: 'hits', measured: [52.8, 47.6] },
  { policy: 'worthy', against: 'cascade', workload: FLAT_ZIPF, what: 'hits', measured: [36.9, 40.4] },
  { policy: 'worthy', against: 'cascade', workload: FAST_HOT_SET, what: 'hits', measured: [81.7, 59.3] },
  { policy: 'reject-first', against: 'cascade', workload: SCANS, what: 'hits', measured: [47.6, 52.8] },
  { policy: 'reject-first', against: 'cascade', workload: FAST_HOT_SET, what: 'hits', measured: [81.7, 72.3] },
  {
    policy: 'min-remaining-ttl:share=0.5',
    against: 'cascade',
    workload: SLOW_HOT_SET,
    what: 'moved',
    measured: [1.79, 1.58],
    base: ONE_SECOND,
  },
  {
    policy: 'min-remaining-ttl:share=0.5',
    against: 'cascade',
    workload: SLOW_HOT_SET,
    what: 'hits',
    measured: [81.8, 77.1],
    base: ONE_SECOND,
  },
  { policy: 'probability', against: 'cascade', workload: LOOP, what: 'hits', measured: [0, 24.1] },
  { policy: 'probability', against: 'cascade', workload: ZIPF, what: 'hits', measured: [73.1, 57.5] },
]);
