import { defineWorkload } from '../contract.ts';
import { RangeInterner } from '../interners/range.ts';
import { Recorder } from '../recorder.ts';
import { uniformSampler } from './sampling/uniform.ts';

export const uniform = defineWorkload({
  name: 'uniform',
  summary: 'Independent requests, every key equally likely: no policy does better than another, only size counts',
  parameters: {
    keys: { type: 'integer', default: 2_000, min: 1, max: 100_000_000, summary: 'number of keys' },
  },
  requests: 100_000,
  generate({ requests, random, sink }, { keys }) {
    const key = uniformSampler(random('keys'), keys);
    const recorder = new Recorder([], sink);
    const interner = recorder.keyedBy(new RangeInterner(keys));
    for (let i = 0; i < requests; i++) recorder.add(interner.id(key()));
    return recorder.finish();
  },
});
