import type { Description, Paper, Parameters, Values, ValuesOf } from '../../spec/parameter.ts';

/**
 * Learns from the requests and says what will be asked for next. It fetches nothing: its host decides whether a proposal is
 * worth a fetch (already there? budget? confidence? accuracy so far?) and keeps the books.
 */
export interface Predictor {
  /**
   * A client asked for an id, and the cache has answered or not. The predictor learns from it and proposes what it expects.
   * @param now seconds
   * @param client interned session, job or tenant; 0 where records name none
   * @param hit whether any store answered
   * @param ahead whether this is the first request for what was fetched ahead of it, or is on its way for that reason
   */
  request(id: number, now: number, client: number, hit: boolean, ahead: boolean): void;

  /**
   * Time has come to what the predictor asked to be woken at; it may propose again. Called in order of time, before the next request.
   * @param now seconds
   */
  wake?(now: number): void;

  /**
   * The number of an id goes to another key: nothing is known of what follows it any more, and it is not proposed for what its old key
   * followed.
   */
  forget?(id: number): void;
}

/** What a predictor is built from. */
export interface PredictionContext {
  /** Ids are 0 … universe − 1. */
  readonly universe: number;
  /** Uniform in [0, 1), from the predictor's own named stream. */
  random(): number;
  /** Seconds that a fetch from the origin takes on average. */
  readonly fetchSeconds: number;

  /**
   * Expects that an id will be asked for soon, and asks the host to fetch it now. Ids that are in the cache may be proposed:
   * the host counts them as redundant.
   * @param confidence estimated probability that the fetch pays: 0…1
   */
  propose(id: number, confidence: number): void;

  /** Asks the host to fetch a resident again, before its lifetime ends. */
  refresh(id: number, confidence: number): void;

  /**
   * Asks to be woken (`wake`) at a time, in seconds. The host remembers the earliest only: ask again in `wake`, for a later time, or
   * time stands still.
   */
  wakeAt(seconds: number): void;

  /** Seconds: when a resident will have expired; `Infinity` for never, and for ids that are not resident. */
  expiresAt(id: number): number;
  /** Seconds: when a resident was stored; NaN for ids that are not resident. */
  storedAt(id: number): number;

  /** For predictors that look at numbers of keys; else null. */
  readonly keys: KeySpace | null;
  /** For clairvoyant predictors: all gets of the workload from its beginning, in order; else null. */
  readonly future: Future | null;
}

/** The keys of a workload as numbers: what lies beside what. */
export interface KeySpace {
  /** The key of the one id less that of the other; exact below 2^53. */
  distance(from: number, to: number): number;
  /** The id whose key is larger by so much than that of an id, or -1: the workload names no such key. */
  at(id: number, distance: number): number;
}

/** The gets of a workload, one after the other. */
export interface Future {
  /** Of the get that the cursor stands at. */
  readonly id: number;
  /** Seconds. */
  readonly time: number;
  /** Goes on to the next get, at first to the first. @returns false after the last */
  advance(): boolean;
}

export interface PredictionCapabilities {
  /** Reads the future. */
  readonly clairvoyant: boolean;
  /** Tells clients apart, and predicts much less without the `client` column. */
  readonly clients: boolean;
  /** Draws random numbers. */
  readonly randomised: boolean;
  /** Reckons with keys, so they must be numbers. */
  readonly numeric: boolean;
  /** Works with lifetimes: of no use where nothing expires. */
  readonly expiring: boolean;
}

/** One entry of the catalogue. */
export interface PredictionDescription extends Description {
  readonly about: string;
  readonly paper: Paper | null;
  readonly capabilities: PredictionCapabilities;
  create(context: PredictionContext, values: Values): Predictor;
}

/** How proposals become fetches: the same parameters for every predictor; the host reads them. */
export const HOW = {
  budget: {
    type: 'number',
    default: 0,
    min: 0,
    max: 1e9,
    summary: 'fetches a second on average that prediction may start; 0 for any number',
  },
  level: {
    type: 'integer',
    default: 0,
    min: 0,
    max: 8,
    summary: 'level that fetched entries enter, 1 for the first; 0 for the last',
  },
  position: {
    type: 'choice',
    choices: ['mru', 'lru'],
    default: 'mru',
    summary: 'where what was fetched enters the order: as if it had just been used, or as the next to leave',
  },
  throttle: {
    type: 'flag',
    default: true,
    summary:
      'whether proposals of a confidence that did not pay of late are scored, but not fetched, and one server of the origin in eight is left to demand',
  },
  queue: {
    type: 'integer',
    default: 64,
    min: 0,
    max: 1e6,
    summary:
      'without the throttle, fetches that may wait in line for a server of the origin before proposals are rejected',
  },
} as const;

/** Declares a predictor; the values that `create` receives are typed by the parameters beside it. */
export function definePrediction<const P extends Parameters>(
  description: Omit<PredictionDescription, 'parameters' | 'create' | 'capabilities'> & {
    readonly parameters: P;
    readonly capabilities?: Partial<PredictionCapabilities>;
    create(context: PredictionContext, values: ValuesOf<P>): Predictor;
  },
): PredictionDescription {
  const none = { clairvoyant: false, clients: false, randomised: false, numeric: false, expiring: false };
  const { create, capabilities } = description;
  return {
    ...description,
    capabilities: { ...none, ...capabilities },
    // The catalogue forgets P; resolveSpec has validated the values against these very parameters.
    create: (context, values) => create(context, values as ValuesOf<P>),
  };
}
