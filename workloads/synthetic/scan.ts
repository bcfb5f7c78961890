import { defineWorkload } from '../contract.ts';
import { RangeInterner } from '../interners/range.ts';
import { Recorder } from '../recorder.ts';
import { markEvery } from './phase-marks.ts';
import { zipfSampler } from './sampling/zipf.ts';

/**
 * Popular keys and scans take turns: first the pause, in which popular keys are requested, then one scan, and so on.
 * The pause is as long as the share of the scans demands.
 */
export const scan = defineWorkload({
  name: 'scan',
  summary: 'Zipf requests, interrupted by long sequential scans: what does a scan wash out of the cache?',
  source: 'Megiddo, Modha: ARC, FAST 2003 (scan resistance)',
  parameters: {
    keys: { type: 'integer', default: 10_000, min: 1, max: 100_000_000, summary: 'number of popular keys' },
    alpha: { type: 'number', default: 0.9, min: 0, max: 10, summary: 'skew of the popular keys' },
    share: { type: 'number', default: 0.25, min: 0, max: 1, summary: 'share of the requests that belong to scans' },
    length: { type: 'integer', default: 4_000, min: 1, max: 100_000_000, summary: 'keys that one scan reads in order' },
    fresh: {
      type: 'flag',
      default: true,
      summary: 'true: a scan reads keys that were never read before; false: every scan reads the same keys',
    },
  },
  requests: 100_000,
  generate({ requests, random, sink }, { keys, alpha, share, length, fresh }) {
    const pause = share === 0 ? requests : Math.round((length * (1 - share)) / share);
    const scans = Math.ceil(requests / (pause + length));
    const rank = zipfSampler(random('keys'), keys, alpha);
    const scanned = fresh ? Math.min(requests, scans * length) : length;
    const recorder = new Recorder([], sink);
    const interner = recorder.keyedBy(new RangeInterner(keys + scanned));
    const stride = markEvery(scans);
    const gets = (count: number, key: (i: number) => number) => {
      const end = Math.min(requests, recorder.operations + count);
      for (let i = 0; recorder.operations < end; i++) recorder.add(interner.id(key(i)));
    };
    for (let number = 0; recorder.operations < requests; number++) {
      const marked = number % stride === 0;
      if (number > 0 && pause > 0 && (number - 1) % stride === 0) recorder.phase('no scan');
      gets(pause, rank);
      if (marked && recorder.operations < requests) recorder.phase(`scan ${number + 1}`);
      const first = keys + (fresh ? number * length : 0);
      gets(length, i => first + i);
    }
    return recorder.finish();
  },
});
