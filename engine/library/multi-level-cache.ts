import { InputError } from '../../spec/input-error.ts';
import { DELETE, GET, NO_TTL, SET } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import { buildHierarchy } from '../hierarchy/build.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { Sweeps } from '../replay/sweeps.ts';
import { Contents } from './contents.ts';
import { KeyTable } from './key-table.ts';
import { type CacheEventName, type CacheListener, Listeners } from './listeners.ts';
import { type Loader, Loads } from './loads.ts';
import { type CacheOptions, configurationOf, type HostOptions, spoken, universeFor } from './options.ts';
import {
  checkKey,
  checkLoad,
  count,
  type GetOptions,
  type LoaderOptions,
  type LoadOptions,
  positive,
  priorityOf,
  type RegisteredLoader,
  type SetOptions,
  ttlOf,
  typeOf,
} from './request.ts';
import { type ComprehensiveStats, comprehensiveStats } from './statistics.ts';
import type { RequestTap } from './tap.ts';
import { Warming, type WarmingReport } from './warming.ts';

/** What a get answers. */
export type Answer<Value> =
  | { readonly hit: true; readonly value: Value; readonly level: string }
  | { readonly hit: false };

const MISS = Object.freeze({ hit: false });
const NOTHING: SetOptions = {};

/**
 * A cache of several levels in memory: the very hierarchy that is simulated, with keys, values and a real clock. Values are
 * held by reference; `undefined` is a value like any other. After `shutdown` every use throws.
 */
export class MultiLevelCache<Value> implements Disposable {
  /** What was resolved from the options: the same in a simulation is the same cache. */
  readonly configuration: Configuration;
  private readonly hierarchy: Hierarchy;
  private readonly table: KeyTable;
  private readonly contents: Contents<Value>;
  private readonly listeners = new Listeners<Value>();
  private readonly loads: Loads<Value>;
  private readonly sweeps: Sweeps | null;
  private readonly clock: () => number;
  private readonly sizeOf: ((value: Value, key: string) => number) | null;
  /** By store. */
  private readonly names: readonly string[];
  private loader: RegisteredLoader<Value> | null = null;
  private warming: Warming | null = null;
  private tap: RequestTap | null = null;
  private closed = false;

  /** @throws InputError naming the option */
  constructor(options: CacheOptions<Value> = {}) {
    this.configuration = configurationOf(options);
    this.clock = options.clock ?? (() => performance.now() / 1e3);
    this.sizeOf = options.sizeOf ?? null;
    const universe = universeFor(this.configuration, options);
    const demand = { universe, ttls: true, seed: options.seed ?? 1 };
    const { hierarchy, nextAccess } = spoken(() => buildHierarchy(this.configuration, demand));
    if (nextAccess) throw new InputError('policy', 'reads the future, which only a simulation knows');
    this.hierarchy = hierarchy;
    this.table = new KeyTable(universe, id => hierarchy.remembers(id));
    this.contents = new Contents(universe, hierarchy, this.table, this.listeners);
    this.loads = new Loads(this.clock);
    const { sweepSeconds } = this.configuration;
    this.sweeps = sweepSeconds === null ? null : new Sweeps(hierarchy, sweepSeconds);
    this.names = hierarchy.stores.map(store => store.name);
  }

  /** The cache that a result document describes under `configuration`. @throws InputError */
  static from<Value>(configuration: Configuration, host: HostOptions<Value> = {}): MultiLevelCache<Value> {
    return new MultiLevelCache({ ...host, configuration });
  }

  /** Asks for a key, which counts as a request. */
  get(key: string, options?: GetOptions): Answer<Value> {
    this.tellTime();
    const id = this.claim(key);
    const type = typeOf(options);
    this.requested(id, type, options);
    // Read first: a hit may move an entry to where it is refused.
    const value = this.contents.values[id] as Value;
    const store = this.hierarchy.get(id, type);
    if (store === this.hierarchy.origin) {
      this.table.seen(id);
      if (this.listeners.hears('miss')) this.listeners.add('miss', { key });
      this.listeners.deliver();
      return MISS as Answer<Value>;
    }
    const level = this.names[store]!;
    if (this.listeners.hears('hit')) this.listeners.add('hit', { key, value, level });
    this.listeners.deliver();
    return { hit: true, value, level };
  }

  /** Stores a value: whatever the cache had of the key is replaced. @returns whether the cache holds it now. @throws InputError */
  set(key: string, value: Value, options: SetOptions = NOTHING): boolean {
    this.tellTime();
    const stored = this.store(key, value, options, true);
    this.listeners.deliver();
    return stored;
  }

  /** Whether a get would be answered. Counts nothing and changes nothing. */
  has(key: string, options?: GetOptions): boolean {
    this.tellTime();
    this.listeners.deliver();
    const id = this.table.find(key);
    return id >= 0 && this.isAlive(id, typeOf(options));
  }

  /** @returns whether it was there */
  delete(key: string): boolean {
    this.tellTime();
    this.loads.supersede(key);
    const id = this.table.find(key);
    const alive = id >= 0 && this.isAlive(id);
    if (this.tap) this.tap.request(DELETE, key, this.hierarchy.lifetimes.now, 1, 0, 0, NO_TTL, undefined);
    if (id >= 0) this.hierarchy.delete(id);
    this.listeners.deliver();
    return alive;
  }

  /** Deletes everything. Counters go on, and policies still know what they have learned. */
  clear(): void {
    this.tellTime();
    this.loads.supersedeAll();
    for (const [id, key] of this.table.keys.entries()) {
      if (!this.hierarchy.residents.has(id)) continue;
      if (this.tap) this.tap.request(DELETE, key, this.hierarchy.lifetimes.now, 1, 0, 0, NO_TTL, undefined);
      this.hierarchy.delete(id);
    }
    this.listeners.deliver();
  }

  /** Keys in the cache, expired ones that nobody has looked up included. */
  get size(): number {
    return this.table.resident;
  }

  /** Keys that a get would find, in no particular order. */
  *keys(): Generator<string, void> {
    for (const [key] of this.entries()) yield key;
  }

  /** Keys that a get would find with their values, in no particular order. Counts as no request. */
  *entries(): Generator<[key: string, value: Value], void> {
    this.tellTime();
    this.listeners.deliver();
    const { keys } = this.table;
    for (let id = 0; id < keys.length; id++) if (this.isAlive(id)) yield [keys[id]!, this.contents.values[id] as Value];
  }

  /** Removes what has expired, which otherwise stays until it is looked up or makes room. */
  sweep(): void {
    this.tellTime();
    this.hierarchy.sweep();
    this.listeners.deliver();
  }

  /**
   * A get that loads what is missing, once for all who ask meanwhile. What was set or deleted while it was loaded is newer: the
   * loaded value is then returned, but not stored.
   * @param loader the registered one if not given
   * @throws what the loader throws; LoadTimeoutError
   */
  async getOrLoad(key: string, loader?: Loader<Value>, options: LoadOptions = NOTHING): Promise<Value> {
    checkLoad(options);
    const answer = this.get(key, options);
    if (answer.hit) return answer.value;
    return this.loads.find(key) ?? this.load(key, this.registered(loader, options.timeoutMs), options);
  }

  /** Names the loader that warming uses, and `getOrLoad` where it is given none. */
  registerLoader(loader: Loader<Value>, { concurrency = 4, timeoutMs }: LoaderOptions = {}): void {
    this.checkOpen();
    const warming = new Warming(count(concurrency, 'concurrency', 'loads'));
    const limit = timeoutMs === undefined ? Number.POSITIVE_INFINITY : positive(timeoutMs, 'timeoutMs', 'milliseconds');
    this.warming?.close();
    this.warming = warming;
    this.loader = { load: loader, timeoutMs: limit };
  }

  /**
   * Loads keys that are not in the cache, in the background and no more at a time than was allowed. A key is taken from its source
   * when it can be loaded at once. Counts as no request.
   */
  async warm(keys: Iterable<string> | AsyncIterable<string>, options: LoadOptions = NOTHING): Promise<WarmingReport> {
    this.checkOpen();
    checkLoad(options);
    const loader = this.registered(undefined, options.timeoutMs);
    return this.warming!.run(keys, key => {
      if (this.has(key, options)) return null;
      return this.loads.find(key) ?? this.load(key, loader, options);
    });
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
    return comprehensiveStats(this.hierarchy, this.table, this.loads);
  }

  /** Shows each request, as it comes, to a recording. @throws Error when one is under way. @returns ends it */
  tapRequests(tap: RequestTap): () => void {
    this.checkOpen();
    if (this.tap) throw new Error('the requests of this cache are being recorded already');
    this.tap = tap;
    return () => {
      if (this.tap === tap) this.tap = null;
    };
  }

  /** Lets go of everything. Loads under way are still answered, and not stored. May be called twice. */
  shutdown(): void {
    if (this.closed) return;
    this.closed = true;
    this.loads.supersedeAll();
    this.warming?.close();
    this.listeners.clear();
    this.hierarchy.observe(null);
    this.contents.values.length = 0;
    this.table.forget();
    this.loader = null;
    this.tap = null;
  }

  [Symbol.dispose](): void {
    this.shutdown();
  }

  /** Every get passes here before it is answered: whoever learns from requests, does it here. */
  private requested(id: number, type: number, options: GetOptions | undefined): void {
    if (!this.tap) return;
    const size = this.contents.sizes[id]!;
    const key = this.table.keys[id]!;
    this.tap.request(GET, key, this.hierarchy.lifetimes.now, size, type, 0, NO_TTL, options?.client);
  }

  /** @param asked whether a client sets it, which counts as a request; else it was loaded */
  private store(key: string, value: Value, options: SetOptions, asked: boolean): boolean {
    const { hierarchy, contents } = this;
    const type = typeOf(options);
    const priority = priorityOf(options.priority);
    const ttl = ttlOf(options.ttlMs);
    const bytes = this.bytesOf(key, value, options.size);
    const id = this.claim(key);
    if (asked) this.loads.supersede(key);
    if (this.tap) this.tap.request(SET, key, hierarchy.lifetimes.now, bytes, type, priority, ttl, options.client);
    const size = this.configuration.unit === 'bytes' ? bytes : 1;
    contents.begin(id, bytes);
    if (asked) hierarchy.set(id, type, priority, size, ttl);
    else hierarchy.fill(id, type, priority, size, ttl);
    const stored = contents.end(id, value, bytes);
    if (this.listeners.hears('set')) this.listeners.add('set', { key, value, level: this.levelOf(id) });
    return stored;
  }

  private load(key: string, { load, timeoutMs }: RegisteredLoader<Value>, options: LoadOptions): Promise<Value> {
    return this.loads.start(key, load, timeoutMs, value => {
      this.tellTime();
      this.store(key, value, options, false);
      this.listeners.deliver();
    });
  }

  private registered(loader: Loader<Value> | undefined, timeoutMs: number | undefined): RegisteredLoader<Value> {
    if (loader !== undefined) return { load: loader, timeoutMs: timeoutMs ?? Number.POSITIVE_INFINITY };
    if (this.loader === null) throw new InputError('loader', 'none is given, and none is registered (registerLoader)');
    return timeoutMs === undefined ? this.loader : { load: this.loader.load, timeoutMs };
  }

  private bytesOf(key: string, value: Value, given: number | undefined): number {
    if (given !== undefined) return count(given, 'size', 'bytes');
    if (this.sizeOf) return count(this.sizeOf(value, key), 'sizeOf', 'bytes');
    if (this.configuration.unit === 'bytes')
      throw new InputError('size', 'capacities are in bytes: name it, or give the cache sizeOf');
    return 1;
  }

  private claim(key: string): number {
    checkKey(key);
    return this.table.claim(key);
  }

  /** Whether a store would answer for the id. @param type of the request; any if not given */
  private isAlive(id: number, type?: number): boolean {
    const { residents, lifetimes, stores } = this.hierarchy;
    if (!residents.has(id)) return false;
    const answering = this.configuration.partitions === 'quota';
    return stores.some(store => {
      const asked = store.depth >= 0 || (answering && (type === undefined || type === store.store + 1));
      return asked && residents.holds(store, id) && !lifetimes.expired(store, id);
    });
  }

  /** The fastest level that holds the id, or else its partition, or null. */
  private levelOf(id: number): string | null {
    const { residents, stores } = this.hierarchy;
    return (residents.levelOf(id) ?? stores.find(store => residents.holds(store, id)))?.name ?? null;
  }

  private tellTime(): void {
    this.checkOpen();
    const now = this.clock();
    if (this.sweeps) this.sweeps.advance(now);
    this.hierarchy.advance(now);
  }

  private checkOpen(): void {
    if (this.closed) throw new Error('the cache was shut down');
  }
}
