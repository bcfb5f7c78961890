import type { Options } from '../../engine/configuration/types.ts';

/** What a predictor is promised to reach on a workload, on average over the seeds. */
export interface Goal {
  /** Share of the mean latency that it saves. */
  readonly gain: number;
  readonly accuracy: number;
}

/** A workload, and the predictors that are measured on it. */
export interface Case {
  readonly workload: string;
  readonly predictors: readonly { readonly spec: string; readonly promise: Goal | null }[];
  /** Of every level. */
  readonly ttl: string;
  /** How fast requests come, and how many fetches the origin works on, where that is not as usual. */
  readonly options: Options;
}

function on(workload: string, specs: Readonly<Record<string, Goal | null>>, ttl = '-', options: Options = {}): Case {
  return { workload, predictors: Object.entries(specs).map(([spec, promise]) => ({ spec, promise })), ttl, options };
}

/** 200 requests a second: a fetch takes as long as four of them. */
const SLOW: Options = { rate: '200' };
/** An origin that demand alone keeps busy to a half or a third. */
const SIX_SERVERS: Options = { ...SLOW, originConcurrency: '6' };
/** Predictors that propose what they should not, as they are and without the throttle. */
const BAD = ['markov:threshold=0.02,support=1', 'sequential:degree=4'].flatMap(spec => [
  spec,
  `${spec},throttle=false`,
]);
const bad = Object.fromEntries(BAD.map(spec => [spec, null]));

export const cases: readonly Case[] = [
  on('markov-sessions', {
    markov: { gain: 0.35, accuracy: 0.65 },
    ppm: null,
    'probability-graph': null,
    mithril: null,
  }),
  on('markov-sessions:order=2', { markov: null, ppm: { gain: 0.4, accuracy: 0.6 } }),
  on('markov-sessions:clients=false', {
    markov: null,
    'probability-graph': { gain: 0.2, accuracy: 0.6 },
    mithril: null,
  }),
  on('markov-sessions:sessions=16,clients=false', { markov: null, 'probability-graph': null, mithril: null }),
  on('markov-sessions:first=0.5,second=0.3', { markov: null, 'markov:threshold=0.4': null, ppm: null }),
  on('markov-sessions:redraw=20000', { markov: null, ppm: null }),
  on('periodic', { markov: null, periodic: { gain: 0.25, accuracy: 0.65 } }),
  on('periodic:jitter=0.05', { periodic: null, 'periodic:adapt=false': null }),
  on('ml-pipeline', {
    markov: { gain: 0.2, accuracy: 0.75 },
    'markov:horizon=0': null,
    ppm: null,
    'probability-graph': null,
    mithril: null,
  }),
  on('zipf', { markov: null, 'probability-graph': null, periodic: null }),
  on('zipf:alpha=1.1', { 'ttl-refresh': null }, '5s'),
  on('loop:keys=700', { sequential: { gain: 0.9, accuracy: 0.99 }, stride: null, leap: null }, '-', SLOW),
  on('scan', { sequential: null, stride: null, leap: null }, '-', SLOW),
  on('uniform', bad, '-', SIX_SERVERS),
  on('zipf', bad, '-', SIX_SERVERS),
];
