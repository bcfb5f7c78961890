import { admissionPolicies } from '../../policies/catalog.ts';
import { DEMO, describeWhereItPays, FAST_HOT_SET, FLAT_ZIPF, LOOP, PIPELINE, SCANS } from './comparison.ts';

const BASE = { preset: 'flat', levels: 'L1=150/-/lru' };
const MANY_BYTES = { levels: 'L1=20MiB/-/lru' };
const BYTES = { levels: 'L1=200KiB/-/lru' };

describeWhereItPays(
  'admission',
  admissionPolicies,
  BASE,
  [
    { policy: 'always', against: 'tinylfu', workload: FAST_HOT_SET, what: 'hits', measured: [42.7, 81.7] },
    { policy: 'always', against: 'tinylfu', workload: FLAT_ZIPF, what: 'hits', measured: [47.4, 36.9] },
    { policy: 'tinylfu', against: 'always', workload: FLAT_ZIPF, what: 'hits', measured: [36.9, 47.4] },
    { policy: 'tinylfu', against: 'always', workload: FAST_HOT_SET, what: 'hits', measured: [81.7, 42.7] },
    { policy: 'second-hit', against: 'always', workload: SCANS, what: 'hits', measured: [47.6, 52.3] },
    { policy: 'second-hit', against: 'always', workload: FAST_HOT_SET, what: 'hits', measured: [81.7, 75.5] },
    { policy: 'larc', against: 'always', workload: DEMO, what: 'hits', measured: [81.5, 85.3] },
    { policy: 'larc', against: 'always', workload: FAST_HOT_SET, what: 'hits', measured: [81.7, 71.8] },
    { policy: 'probability', against: 'always', workload: LOOP, what: 'hits', measured: [0, 94.7] },
    { policy: 'probability', against: 'always', workload: FAST_HOT_SET, what: 'hits', measured: [81.7, 73.1] },
    {
      policy: 'size-below:bytes=4096',
      against: 'always',
      workload: PIPELINE,
      what: 'hits',
      measured: [12.5, 23.7],
      base: BYTES,
    },
    {
      policy: 'size-below:bytes=4096',
      against: 'always',
      workload: PIPELINE,
      what: 'byteHits',
      measured: [10.4, 0],
      base: MANY_BYTES,
    },
    { policy: 'adaptsize', against: 'always', workload: PIPELINE, what: 'hits', measured: [12.5, 19.1], base: BYTES },
    {
      policy: 'adaptsize',
      against: 'always',
      workload: PIPELINE,
      what: 'byteHits',
      measured: [10.4, 2.1],
      base: MANY_BYTES,
    },
    { policy: 'clairvoyant', against: 'always', workload: SCANS, what: 'hits', measured: [47.6, 57.3] },
  ],
  // It looks into the future.
  ['clairvoyant'],
);
