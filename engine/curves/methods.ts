import { InputError } from '../../spec/input-error.ts';
import type { Description, Paper, Values } from '../../spec/parameter.ts';
import { resolveSpec } from '../../spec/spec.ts';

/** A way to measure miss-ratio curves. */
export type Method =
  /** The counts themselves. With `onePass` sizes may share a pass where that counts the same at less cost. */
  { readonly kind: 'count'; readonly onePass: boolean } | EstimatingMethod;

export interface EstimatingMethod {
  readonly kind: 'shards' | 'mini';
  /** The spec as given. */
  readonly spec: string;
  /** How many of so many keys are sampled. */
  keysOf(universe: number): number;
}

/** One entry of the catalogue of methods. */
export interface MethodDescription extends Description {
  readonly about: string;
  readonly paper: Paper | null;
  build(values: Values, spec: string, place: string): Method;
}

const RATE = 0.01;

const sampling = {
  rate: { type: 'number', default: RATE, min: 1e-5, max: 0.5, summary: 'share of the keys that is sampled' },
  keys: {
    type: 'integer',
    default: 0,
    min: 0,
    max: 1e8,
    summary: 'keys that are sampled, in place of a share; 0 for none',
  },
} as const;

const raised =
  'Where a sample of that rate would leave a cache fewer than 100 entries, four times the rate is taken, and so on; from half of the keys on the size is counted instead.';

export const curveMethods: readonly MethodDescription[] = [
  {
    name: 'auto',
    summary: 'exact counts, at the least cost',
    about:
      'LRU in entries at four sizes or more is taken from one pass over the LRU stack, which gives every size at once and costs as much as three replays. Everything else is replayed. The counts are those of a replay, digit for digit.',
    paper: {
      authors: 'R. L. Mattson, J. Gecsei, D. R. Slutz, I. L. Traiger',
      title: 'Evaluation techniques for storage hierarchies',
      venue: 'IBM Systems Journal 9(2)',
      year: 1970,
    },
    parameters: {},
    build: () => ({ kind: 'count', onePass: true }),
  },
  {
    name: 'replay',
    summary: 'exact counts, every policy replayed at every size',
    about: 'What auto saves by theory is done in full here: for comparison, and for trust.',
    paper: null,
    parameters: {},
    build: () => ({ kind: 'count', onePass: false }),
  },
  {
    name: 'shards',
    summary: 'LRU curves estimated from the stack distances of some of the keys',
    about: `One pass over the requests for a sample of the keys, found by hashing, gives LRU at every size; distances and counts are scaled up by the share of the keys, and the known number of requests corrects for popular keys that the sample has or lacks (SHARDS-adj). As all keys are known before the pass, a sample of fixed size has its final threshold from the start. The error is a 95 % interval from eight groups of the sampled keys. ${raised} For LRU in entries only.`,
    paper: {
      authors: 'C. A. Waldspurger, N. Park, A. Garthwaite, I. Ahmad',
      title: 'Efficient MRC construction with SHARDS',
      venue: 'FAST',
      year: 2015,
    },
    parameters: sampling,
    build: (values, spec, place) => estimating('shards', values, spec, place),
  },
  {
    name: 'mini',
    aliases: ['miniature'],
    summary: 'curves of nearly any policy estimated by replaying some of the keys against smaller caches',
    about: `The requests for a sample of the keys are replayed against a cache that is smaller by the same share; in bytes, by the sample's share of the bytes. All policies and sizes see the same sample. The error is a 95 % interval from eight groups of the sampled keys. ${raised} Policies that do not scale are refused.`,
    paper: {
      authors: 'C. A. Waldspurger, T. Saemundsson, I. Ahmad, N. Park',
      title: 'Cache modeling and optimization using miniature simulations',
      venue: 'USENIX ATC',
      year: 2017,
    },
    parameters: sampling,
    build: (values, spec, place) => estimating('mini', values, spec, place),
  },
];

/** Looks a method up. @throws InputError */
export function resolveMethod(text: string, place: string): Method {
  const { entry, values, text: spec } = resolveSpec(text, curveMethods, 'method', place);
  return entry.build(values, spec, place);
}

function estimating(kind: EstimatingMethod['kind'], values: Values, spec: string, place: string): EstimatingMethod {
  // resolveSpec has validated the values against `sampling`.
  const { rate, keys } = values as { rate: number; keys: number };
  if (keys > 0 && rate !== RATE) throw new InputError(place, `"${spec}": expected rate or keys, found both`);
  return { kind, spec, keysOf: universe => (keys > 0 ? Math.min(keys, universe) : Math.ceil(rate * universe)) };
}
