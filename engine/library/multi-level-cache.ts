import type { Configuration } from '../configuration/types.ts';
import type { Answer } from './answer.ts';
import { Fetching } from './fetching.ts';
import { type CacheEventName, type CacheListener, Listeners } from './listeners.ts';
import { LiveEntries } from './live-entries.ts';
import type { Loader } from './loads.ts';
import { clockOf, readMachine } from './machine-clock.ts';
import { type CacheOptions, configurationOf, type HostOptions } from './options.ts';
import { type Prediction, predictionOf } from './prediction.ts';
import { ReadThrough } from './read-through.ts';
import { checkLoad, type GetOptions, type LoaderOptions, type LoadOptions, type SetOptions } from './request.ts';
import { type ComprehensiveStats, comprehensiveStats } from './statistics.ts';
import type { RequestTap } from './tap.ts';
import type { WarmingReport } from './warming.ts';

const NOTHING: SetOptions = {};

/**
 * A cache of several levels in memory: the very hierarchy that is simulated, with keys, values and a real clock. Values are
 * held by reference; `undefined` is a value like any other. After `shutdown` every use throws.
 */
export class MultiLevelCache<Value> implements Disposable {
  /** What was resolved from the options: the same in a simulation is the same cache. */
  readonly configuration: Configuration;
  private readonly live: LiveEntries<Value>;
  private readonly fetching: Fetching<Value>;
  /** Null where nobody learns from the requests. */
  private readonly prediction: Prediction<Value> | null;
  private readonly listeners = new Listeners<Value>();
  private readonly readThrough: ReadThrough<Value>;
  private closed = false;

  /** @throws InputError naming the option */
  constructor(options: CacheOptions<Value> = {}) {
    const { listeners } = this;
    const configuration = configurationOf(options);
    const live = new LiveEntries(configuration, options, clockOf(options), listeners);
    const act = (happen: () => void) => this.act(happen);
    const has = (key: string, asked: GetOptions) => this.has(key, asked);
    const store = (key: string, value: Value, asked: SetOptions) => act(() => live.store(key, value, asked, false));
    const fetching = new Fetching<Value>({ has, store }, options.clock ?? readMachine);
    const prediction = predictionOf(configuration, { live, fetching, act }, options.seed ?? 1);
    const staleSeconds = configuration.staleWhileRevalidateSeconds;
    this.configuration = configuration;
    this.live = live;
    this.fetching = fetching;
    this.prediction = prediction;
    this.readThrough = new ReadThrough({ live, fetching, prediction, listeners, staleSeconds });
  }

  /** The cache that a result document describes under `configuration`. @throws InputError */
  static from<Value>(configuration: Configuration, host: HostOptions<Value> = {}): MultiLevelCache<Value> {
    return new MultiLevelCache({ ...host, configuration });
  }

  /** Asks for a key, which counts as a request. */
  get(key: string, options?: GetOptions): Answer<Value> {
    this.tellTime();
    const { live, prediction } = this;
    const answer = live.get(key, options);
    if (prediction) {
      if (!answer.hit) prediction.wanted(live.asked);
      prediction.answered(live.asked, options?.client, answer.hit);
    }
    this.listeners.deliver();
    return answer;
  }

  /** Stores a value: whatever the cache had of the key is replaced. @returns whether the cache holds it now. @throws InputError */
  set(key: string, value: Value, options: SetOptions = NOTHING): boolean {
    this.tellTime();
    const stored = this.live.store(key, value, options, true);
    if (this.prediction) this.prediction.note(key, options);
    this.fetching.loads.supersede(key);
    this.listeners.deliver();
    return stored;
  }

  /** Whether a get would be answered. Counts nothing and changes nothing. */
  has(key: string, options?: GetOptions): boolean {
    this.tellTime();
    this.listeners.deliver();
    return this.live.has(key, options);
  }

  /** @returns whether it was there */
  delete(key: string): boolean {
    this.tellTime();
    this.fetching.loads.supersede(key);
    const deleted = this.live.delete(key);
    if (this.prediction) this.prediction.deleted(key);
    this.listeners.deliver();
    return deleted;
  }

  /** Deletes everything. Counters go on, and policies still know what they have learned. */
  clear(): void {
    this.act(() => {
      this.fetching.loads.supersedeAll();
      this.live.clear();
    });
  }

  /** Keys in the cache, expired ones that nobody has looked up included. */
  get size(): number {
    return this.live.table.resident;
  }

  /** Keys that a get would find, in no particular order. */
  *keys(): Generator<string, void> {
    for (const [key] of this.entries()) yield key;
  }

  /** Keys that a get would find with their values, in no particular order. Counts as no request. */
  *entries(): Generator<[key: string, value: Value], void> {
    this.tellTime();
    this.listeners.deliver();
    yield* this.live.entries();
  }

  /** Removes what has expired, which otherwise stays until it is looked up or makes room. */
  sweep(): void {
    this.act(() => this.live.hierarchy.sweep());
  }

  /**
   * A get that loads what is missing, once for all who ask meanwhile. What was set or deleted while it was loaded is newer: the
   * loaded value is then returned, but not stored. Where it is allowed, what has expired a moment ago is returned, and loaded again.
   * @param loader the registered one if not given
   * @throws what the loader throws; LoadTimeoutError; InputError
   */
  async getOrLoad(key: string, loader?: Loader<Value>, options: LoadOptions = NOTHING): Promise<Value> {
    checkLoad(options);
    this.tellTime();
    return this.readThrough.get(key, loader, options);
  }

  /** Names the loader that warming uses, and `getOrLoad` where it is given none. @throws InputError */
  registerLoader(loader: Loader<Value>, options: LoaderOptions = {}): void {
    this.checkOpen();
    this.fetching.register(loader, options);
  }

  /**
   * Loads keys that are not in the cache, in the background and no more at a time than was allowed. A key is taken from its source
   * when it can be loaded at once. Counts as no request.
   */
  async warm(keys: Iterable<string> | AsyncIterable<string>, options: LoadOptions = NOTHING): Promise<WarmingReport> {
    this.checkOpen();
    return this.fetching.warm(keys, options);
  }

  /** Listeners are called when a request is through, in the order of the events. */
  on<Name extends CacheEventName>(name: Name, listener: CacheListener<Value, Name>): this {
    this.checkOpen();
    this.listeners.on(name, listener);
    return this;
  }

  off<Name extends CacheEventName>(name: Name, listener: CacheListener<Value, Name>): this {
    this.listeners.off(name, listener);
    return this;
  }

  /** All counters at one moment; also after `shutdown`. */
  getComprehensiveStats(): ComprehensiveStats {
    return comprehensiveStats(this.live, this.fetching.loads, this.prediction?.prefetcher ?? null);
  }

  /** Shows each request, as it comes, to a recording. @throws Error when one is under way. @returns ends it */
  tapRequests(tap: RequestTap): () => void {
    this.checkOpen();
    return this.live.show(tap);
  }

  /** Lets go of everything. Loads under way are still answered, and not stored. May be called twice. */
  shutdown(): void {
    if (this.closed) return;
    this.closed = true;
    this.fetching.close();
    this.listeners.clear();
    this.live.letGo();
  }

  [Symbol.dispose](): void {
    this.shutdown();
  }

  /** Something happens that no client has asked for now. */
  private act(happen: () => void): void {
    this.tellTime();
    happen();
    this.listeners.deliver();
  }

  private tellTime(): void {
    this.checkOpen();
    this.live.tellTime();
  }

  private checkOpen(): void {
    if (this.closed) throw new Error('the cache was shut down');
  }
}
