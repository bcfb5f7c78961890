import { defineWorkload } from '../contract.ts';
import { RangeInterner } from '../interners/range.ts';
import { Recorder } from '../recorder.ts';
import { zipfSampler } from './sampling/zipf.ts';

export const zipf = defineWorkload({
  name: 'zipf',
  summary: 'Independent requests; the key of rank r is asked for in proportion to r^-alpha',
  source:
    'Breslau, Cao, Fan, Phillips, Shenker: Web caching and Zipf-like distributions, INFOCOM 1999; drawn by ' +
    'rejection-inversion (Hörmann, Derflinger, ACM TOMACS 6(3), 1996)',
  parameters: {
    alpha: { type: 'number', default: 0.9, min: 0, max: 10, summary: 'skew; 0 is uniform' },
    keys: { type: 'integer', default: 10_000, min: 1, max: 100_000_000, summary: 'number of keys' },
  },
  requests: 100_000,
  generate({ requests, random, sink }, { alpha, keys }) {
    const rank = zipfSampler(random('keys'), keys, alpha);
    const recorder = new Recorder([], sink);
    const interner = recorder.keyedBy(new RangeInterner(keys));
    for (let i = 0; i < requests; i++) recorder.add(interner.id(rank()));
    return recorder.finish();
  },
});
