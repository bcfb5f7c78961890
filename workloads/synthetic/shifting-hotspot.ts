import { InputError } from '../../spec/input-error.ts';
import { defineWorkload } from '../contract.ts';
import { RangeInterner } from '../interners/range.ts';
import { Recorder } from '../recorder.ts';
import { markEvery } from './phase-marks.ts';
import { uniformSampler } from './sampling/uniform.ts';
import { zipfSampler } from './sampling/zipf.ts';

/**
 * The hot set is a window on a ring of keys. It moves on by its own length every `period` requests, at once or key by key.
 * A key enters the window as the hottest and cools down until it leaves, like news.
 */
export const shiftingHotspot = defineWorkload({
  name: 'shifting-hotspot',
  summary: 'A hot set that moves on: how fast does the cache forget what was hot?',
  parameters: {
    keys: { type: 'integer', default: 10_000, min: 1, max: 100_000_000, summary: 'number of keys' },
    hot: { type: 'integer', default: 500, min: 1, max: 100_000_000, summary: 'size of the hot set, at most keys' },
    share: {
      type: 'number',
      default: 0.9,
      min: 0,
      max: 1,
      summary: 'share of the requests for the hot set; the rest is uniform over all keys',
    },
    alpha: { type: 'number', default: 0.6, min: 0, max: 10, summary: 'skew inside the hot set; 0 is uniform' },
    period: {
      type: 'integer',
      default: 10_000,
      min: 1,
      summary: 'requests until the whole hot set is replaced: for example 50000 slow, 10000 medium, 2000 fast',
    },
    move: {
      type: 'choice',
      choices: ['jump', 'drift'],
      default: 'jump',
      summary: 'jump: all at once at the end of each period; drift: evenly over the period',
    },
  },
  requests: 100_000,
  generate({ requests, random, sink }, { keys, hot, share, alpha, period, move }) {
    if (hot > keys) throw new InputError('shifting-hotspot', `hot=${hot} is more than keys=${keys}`);
    const [isHot, rank, background] = [
      random('share'),
      zipfSampler(random('hot'), hot, alpha),
      uniformSampler(random('background'), keys),
    ];
    const recorder = new Recorder([], sink);
    const interner = recorder.keyedBy(new RangeInterner(keys));
    const stride = markEvery(Math.ceil(requests / period) - 1);
    for (let i = 0; i < requests; i++) {
      const moves = Math.floor(i / period);
      if (move === 'jump' && i % period === 0 && i > 0 && moves % stride === 0) recorder.phase(`hot set ${moves + 1}`);
      const start = move === 'jump' ? moves * hot : Math.floor((i * hot) / period);
      const key = isHot() < share ? (start + hot - 1 - rank()) % keys : background();
      recorder.add(interner.id(key));
    }
    return recorder.finish();
  },
});
