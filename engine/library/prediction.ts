import { predictors } from '../../policies/prediction/catalog.ts';
import { InputError } from '../../spec/input-error.ts';
import { resolveSpec } from '../../spec/spec.ts';
import type { Configuration } from '../configuration/types.ts';
import { buildPrefetcher } from '../prediction/build.ts';
import { NO_PREDICTION } from '../prediction/none.ts';
import type { Background, Prefetcher } from '../prediction/prefetcher.ts';
import type { Fetching } from './fetching.ts';
import { KeyTable } from './key-table.ts';
import type { Learner } from './learner.ts';
import type { LiveEntries } from './live-entries.ts';
import { liveKeys } from './live-keys.ts';
import { type LoadSetting, LoadSettings } from './load-settings.ts';
import { spoken } from './options.ts';
import { checkKey, type LoadOptions } from './request.ts';

/** Clients that are told apart at a time: of more, the one not heard of for longest is taken for a new one. */
const MOST_CLIENTS = 16_384;

interface PredictedCache<Value> {
  readonly live: LiveEntries<Value>;
  readonly fetching: Fetching<Value>;
  /** Something happens that no client has asked for now. */
  act(happen: () => void): void;
}

/** Null where nobody is to learn from the requests. @throws InputError for a predictor that knows the future */
export function predictionOf<Value>(
  configuration: Configuration,
  cache: PredictedCache<Value>,
  seed: number,
): Prediction<Value> | null {
  // Results of versions that knew of no prediction do not name it.
  const { prediction = NO_PREDICTION } = configuration;
  return prediction === NO_PREDICTION ? null : new Prediction(configuration, cache, seed);
}

/**
 * Learns from the requests of a live cache, and has what it expects loaded in the background. The predictor and the books are those of the
 * simulator; loads that are under way are the origin.
 */
export class Prediction<Value> implements Background, Learner {
  readonly prefetcher: Prefetcher;
  private readonly live: LiveEntries<Value>;
  private readonly fetching: Fetching<Value>;
  private readonly act: (happen: () => void) => void;
  private readonly settings: LoadSettings;
  /** Loads that may wait for others in the background. */
  private readonly queue: number;
  private readonly clients = new KeyTable(MOST_CLIENTS, { remembers: () => false });

  /** @throws InputError for a predictor that knows the future */
  constructor(configuration: Configuration, { live, fetching, act }: PredictedCache<Value>, seed: number) {
    this.live = live;
    this.fetching = fetching;
    this.act = act;
    const { hierarchy, table, universe } = live;
    this.settings = new LoadSettings(universe);
    const { entry, values } = spoken(() =>
      resolveSpec(configuration.prediction, predictors, 'predictor', '--prediction'),
    );
    if (entry.capabilities.clairvoyant)
      throw new InputError('prediction', `${entry.name} knows the future, which only a simulation does`);
    this.queue = values.throttle === true ? 0 : Number(values.queue);
    this.prefetcher = spoken(() =>
      buildPrefetcher(configuration, {
        ...{ hierarchy, universe, seed, background: this },
        keys: () => liveKeys(table),
        future: () => {
          throw new Error('no live cache has a future');
        },
      }),
    ).prefetcher;
    live.learn(this);
  }

  /** What a load or a set says of a key may be needed to load it ahead of the next request. @throws InputError */
  note(key: string, options: LoadOptions): void {
    checkKey(key);
    this.settings.note(this.live.table.claim(key), options);
  }

  /** What was said of the key belonged to the data that is gone. */
  deleted(key: string): void {
    const id = this.live.table.find(key);
    if (id >= 0) this.settings.forget(id);
  }

  /** A client waits for the data of an id, or has just got what had expired: what is loaded ahead of it comes late. */
  wanted(id: number): void {
    if (this.fetching.loads.isAhead(this.live.table.keys[id]!)) this.prefetcher.late(id);
  }

  /** A get was answered, or is on its way. */
  answered(id: number, client: string | undefined, hit: boolean): void {
    this.prefetcher.request(id, this.live.hierarchy.lifetimes.now, this.numberOf(client), hit);
  }

  /** Whatever the predictor wanted to be woken for by then, it is woken for, at its own time. */
  advance(now: number): void {
    const { prefetcher, live } = this;
    for (let due = prefetcher.wakeTime; due <= now; due = prefetcher.wakeTime) {
      live.hierarchy.advance(due);
      prefetcher.wake(due);
    }
  }

  underWay(id: number): boolean {
    return this.fetching.loads.find(this.live.table.keys[id]!) !== undefined;
  }

  fetchAhead(id: number): boolean {
    // Where capacities are in bytes, the size must be known when the value is there.
    const setting = this.settings.of(id);
    if (!this.live.sizes.knowsAll && setting.bytes === undefined) return false;
    const key = this.live.table.keys[id]!;
    return this.fetching.loadAhead(key, this.queue, {
      arrived: value => this.arrived(key, value, setting),
      forsaken: () => this.forsaken(key),
    });
  }

  /** What was loaded ahead is there, and its data has not changed meanwhile. */
  private arrived(key: string, value: Value, { type, ttl, bytes }: LoadSetting): void {
    const enter = (id: number, size: number) => this.prefetcher.arrived(id, type, size, ttl);
    try {
      this.act(() => this.live.storeAhead(key, value, bytes, enter));
    } finally {
      // Its size could not be told.
      this.forsaken(key);
    }
  }

  /** What was to be loaded ahead does not come, or is out of date. */
  private forsaken(key: string): void {
    const id = this.live.table.find(key);
    if (id >= 0) this.prefetcher.forsaken(id);
  }

  remembers(id: number): boolean {
    return this.prefetcher.awaits(id);
  }

  forget(id: number): void {
    this.settings.forget(id);
    this.prefetcher.forget(id);
  }

  update(store: number, id: number): void {
    this.prefetcher.update(store, id);
  }

  leave(store: number, id: number, cause: number): void {
    this.prefetcher.leave(store, id, cause);
  }

  /** 0 for requests that name none. */
  private numberOf(client: string | undefined): number {
    if (client === undefined) return 0;
    const id = this.clients.claim(client);
    this.clients.seen(id);
    return id + 1;
  }
}
