import { InputError } from '../../spec/input-error.ts';
import { defineWorkload } from '../contract.ts';
import { RangeInterner } from '../interners/range.ts';
import { type Details, Recorder } from '../recorder.ts';
import { exponential } from './sampling/exponential.ts';
import { normal } from './sampling/normal.ts';
import { fineUniform } from './sampling/uniform.ts';
import { zipfSampler } from './sampling/zipf.ts';
import { Timers } from './timers.ts';

/**
 * Pollers, dashboards and jobs that run again and again: every key has a period of its own and is asked for whenever it has
 * passed since the last time, a little more or less. A Poisson process of requests for other keys runs beside them, at the
 * rate that gives it its share.
 */
export const periodic = defineWorkload({
  name: 'periodic',
  summary:
    'Keys that are asked for at intervals of their own, beside others at random: what is due can be fetched in advance',
  parameters: {
    keys: { type: 'integer', default: 2_000, min: 1, max: 10_000_000, summary: 'number of periodic keys' },
    shortest: {
      type: 'duration',
      default: 60,
      min: 0.001,
      max: 31_536_000,
      summary: 'shortest period; each key draws its own evenly',
    },
    longest: { type: 'duration', default: 180, min: 0.001, max: 31_536_000, summary: 'longest period' },
    jitter: {
      type: 'number',
      default: 0.01,
      min: 0,
      max: 0.15,
      summary: 'standard deviation of an interval, as a share of the period: 0.05 blurs when a key is due',
    },
    background: {
      type: 'number',
      default: 0.5,
      min: 0,
      max: 0.99,
      summary: 'share of the requests that are for other keys, at random times',
    },
    'background-keys': { type: 'integer', default: 10_000, min: 1, max: 100_000_000, summary: 'number of other keys' },
    alpha: { type: 'number', default: 0.9, min: 0, max: 10, summary: 'skew of the other keys' },
  },
  requests: 100_000,
  generate({ requests, random, sink }, values) {
    const { keys, shortest, longest, jitter, background, 'background-keys': others, alpha } = values;
    if (shortest > longest) throw new InputError('periodic', `shortest=${shortest}s is more than longest=${longest}s`);
    const [ofPeriod, ofPhase, ofJitter, ofGap] = [
      random('periods'),
      random('phases'),
      random('jitter'),
      random('background-times'),
    ];
    const other = zipfSampler(random('background-keys'), others, alpha);
    const periods = new Float64Array(keys).map(() => shortest + fineUniform(ofPeriod) * (longest - shortest));
    const timers = new Timers(periods.map(period => fineUniform(ofPhase) * period));
    const rate = periods.reduce((sum, period) => sum + 1 / period, 0);
    const gap = (1 - background) / (background * rate);
    const recorder = new Recorder(['time'], sink);
    const interner = recorder.keyedBy(new RangeInterner(keys + others));
    const details: Details = { time: 0 };
    let next = background === 0 ? Number.POSITIVE_INFINITY : exponential(ofGap, gap);
    for (let i = 0; i < requests; i++) {
      const due = timers.time;
      if (next < due) {
        details.time = next;
        recorder.add(interner.id(keys + other()), details);
        next += exponential(ofGap, gap);
        continue;
      }
      const key = timers.first;
      details.time = due;
      recorder.add(interner.id(key), details);
      // No normal number is below -6.66, so with at most 0.15 of jitter every interval is longer than nothing.
      timers.postpone(due + periods[key]! * (1 + jitter * normal(ofJitter)));
    }
    return recorder.finish();
  },
});
