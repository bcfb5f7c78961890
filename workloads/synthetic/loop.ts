import { defineWorkload } from '../contract.ts';
import { RangeInterner } from '../interners/range.ts';
import { Recorder } from '../recorder.ts';

export const loop = defineWorkload({
  name: 'loop',
  summary: 'The same keys in the same order, over and over: LRU fails as soon as the loop exceeds the cache',
  source: 'Jiang, Zhang: LIRS, SIGMETRICS 2002, names loops slightly larger than the cache the worst case of LRU',
  parameters: {
    // 1.02 × the 1,600 entries of the default levels.
    keys: { type: 'integer', default: 1_632, min: 1, max: 100_000_000, summary: 'length of the loop' },
  },
  requests: 100_000,
  generate({ requests, sink }, { keys }) {
    const recorder = new Recorder([], sink);
    const interner = recorder.keyedBy(new RangeInterner(Math.min(keys, requests)));
    for (let i = 0; i < requests; i++) recorder.add(interner.id(i % keys));
    return recorder.finish();
  },
});
