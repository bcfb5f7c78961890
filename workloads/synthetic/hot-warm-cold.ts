import { InputError } from '../../spec/input-error.ts';
import { defineWorkload } from '../contract.ts';
import { RangeInterner } from '../interners/range.ts';
import { type Details, priorityCode, Recorder } from '../recorder.ts';
import { type Column, DATA_TYPES, GET, SET } from '../requests.ts';
import { uniformSampler } from './sampling/uniform.ts';

const NORMAL = priorityCode('normal');
const MEDIUM = priorityCode('medium');
const HIGH = priorityCode('high');

/**
 * The performance demo of the multi-level cache's document, as a model. Keys stand in the order hot, warm, cold. First
 * every key is set once, in that order; the first ones with priority high, the next with medium, the others with normal.
 * Then a get draws a class by its share and a key of that class uniformly; and after each such get, with probability
 * `absent`, comes one more for a key that was never set. So a cache that holds every key answers 1 / (1 + absent) of the
 * gets: 95.2 %. Absent keys come from a bounded set of their own, uniformly, and repeat; a cache that is filled on a
 * miss sees them as a long tail.
 */
export const hotWarmCold = defineWorkload({
  name: 'hot-warm-cold',
  summary: 'Few hot keys get 60 % of the requests, warm ones 30 %, many cold ones 10 %; some keys do not exist',
  source: "The multi-level cache document's performance demo: 20 hot, 80 warm and 400 cold keys, 5 % absent, no refill",
  parameters: {
    hot: { type: 'integer', default: 20, min: 1, max: 10_000_000, summary: 'number of hot keys' },
    warm: { type: 'integer', default: 80, min: 1, max: 10_000_000, summary: 'number of warm keys' },
    cold: { type: 'integer', default: 400, min: 1, max: 10_000_000, summary: 'number of cold keys' },
    'hot-share': { type: 'number', default: 0.6, min: 0, max: 1, summary: 'share of the gets for hot keys' },
    'warm-share': {
      type: 'number',
      default: 0.3,
      min: 0,
      max: 1,
      summary: 'share of the gets for warm keys; cold keys get what is left',
    },
    absent: {
      type: 'number',
      default: 0.05,
      min: 0,
      max: 1,
      summary: 'probability that a get is followed by one for a key that was never set',
    },
    'absent-keys': { type: 'integer', default: 1_000, min: 1, max: 10_000_000, summary: 'number of absent keys' },
    populate: { type: 'flag', default: true, summary: 'set every key once before the first get' },
    high: { type: 'integer', default: 50, min: 0, summary: 'keys of priority high, from the hottest on' },
    medium: { type: 'integer', default: 150, min: 0, summary: 'keys of priority medium, after those of priority high' },
    types: {
      type: 'flag',
      default: false,
      summary: 'true: keys take the data types general, features, model and result in turn; false: all are general',
    },
  },
  requests: 100_000,
  defaults: ({ populate }) => ({ fill: populate ? 'none' : 'cache-aside', capacities: [50, 150, 300] }),
  generate({ requests, random, sink }, values) {
    const { hot, warm, cold, 'hot-share': hotShare, 'warm-share': warmShare, absent, populate, types } = values;
    if (hotShare + warmShare > 1)
      throw new InputError(
        'hot-warm-cold',
        `hot-share=${hotShare} and warm-share=${warmShare} make ${hotShare + warmShare}, expected at most 1`,
      );
    const keys = hot + warm + cold;
    const columns: Column[] = ['priority'];
    if (populate) columns.push('op');
    if (types) columns.push('type');
    const recorder = new Recorder(columns, sink);
    const interner = recorder.keyedBy(new RangeInterner(keys + values['absent-keys']));
    const details: Details = {};
    const add = (key: number, op: number) => {
      details.op = op;
      details.priority = key < values.high ? HIGH : key < values.high + values.medium ? MEDIUM : NORMAL;
      details.type = key % DATA_TYPES.length;
      recorder.add(interner.id(key), details);
    };
    if (populate) for (let key = 0; key < keys; key++) add(key, SET);

    const share = random('class');
    const hotKey = uniformSampler(random('hot'), hot);
    const warmKey = uniformSampler(random('warm'), warm);
    const coldKey = uniformSampler(random('cold'), cold);
    const presentKey = () => {
      const drawn = share();
      if (drawn < hotShare) return hotKey();
      return drawn < hotShare + warmShare ? hot + warmKey() : hot + warm + coldKey();
    };
    const chance = random('absent');
    const absentKey = uniformSampler(random('absent-keys'), values['absent-keys']);
    while (recorder.gets < requests) {
      add(presentKey(), GET);
      if (chance() < absent && recorder.gets < requests) recorder.add(interner.id(keys + absentKey()));
    }
    return recorder.finish();
  },
});
