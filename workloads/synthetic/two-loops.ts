import { defineWorkload } from '../contract.ts';
import { RangeInterner } from '../interners/range.ts';
import { Recorder } from '../recorder.ts';

/** Two rings of keys, of which the next request takes the next key of the one or of the other. */
export const twoLoops = defineWorkload({
  name: 'two-loops',
  summary: 'A short and a long loop, interleaved by chance: the best division between a fast and a slow level is known',
  about:
    'Keys of the short loop come back sooner, so a level that holds exactly the short loop above one that holds exactly the long one ' +
    'answers everything, as fast as may be. Room too much in the first level buys next to nothing, and what lacks in the second is missed.',
  parameters: {
    short: { type: 'integer', default: 200, min: 1, max: 100_000_000, summary: 'keys of the short loop' },
    long: { type: 'integer', default: 1_000, min: 1, max: 100_000_000, summary: 'keys of the long loop' },
    share: { type: 'number', default: 0.6, min: 0, max: 1, summary: 'share of the requests that the short loop gets' },
  },
  requests: 100_000,
  generate({ requests, random, sink }, { short, long, share }) {
    const which = random('loop');
    const interner = new RangeInterner(short + long);
    const recorder = new Recorder([], sink);
    let near = 0;
    let far = 0;
    for (let i = 0; i < requests; i++) {
      if (which() < share) recorder.add(interner.id(near++ % short));
      else recorder.add(interner.id(short + (far++ % long)));
    }
    return recorder.finish();
  },
});
