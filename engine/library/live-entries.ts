import { InputError } from '../../spec/input-error.ts';
import { DELETE, GET, NO_TTL, SET } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import { buildHierarchy } from '../hierarchy/build.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { Sweeps } from '../replay/sweeps.ts';
import { type Answer, MISS } from './answer.ts';
import { Contents } from './contents.ts';
import { KeyTable } from './key-table.ts';
import type { Learner } from './learner.ts';
import type { Listeners } from './listeners.ts';
import type { RequestClock } from './machine-clock.ts';
import { type HostOptions, spoken, universeFor } from './options.ts';
import { checkKey, type GetOptions, priorityOf, type SetOptions, ttlOf, typeOf } from './request.ts';
import type { RequestTap } from './tap.ts';
import { ValueSizes } from './value-sizes.ts';
import { Whereabouts } from './whereabouts.ts';

/** A hierarchy that lives: requests name keys, hold values, and come now. */
export class LiveEntries<Value> {
  readonly hierarchy: Hierarchy;
  readonly table: KeyTable;
  /** Ids are 0 … universe − 1. */
  readonly universe: number;
  /** Of the last get. */
  asked = -1;
  readonly sizes: ValueSizes<Value>;
  /** Sees every request; null when nobody records. */
  private tap: RequestTap | null = null;
  private learner: Learner | null = null;
  private readonly whereabouts: Whereabouts;
  private readonly contents: Contents<Value>;
  private readonly listeners: Listeners<Value>;
  private readonly sweeps: Sweeps | null;
  private readonly clock: RequestClock;
  /** By store. */
  private readonly names: readonly string[];

  /** @throws InputError */
  constructor(
    configuration: Configuration,
    host: HostOptions<Value>,
    clock: RequestClock,
    listeners: Listeners<Value>,
  ) {
    const universe = universeFor(configuration, host);
    this.universe = universe;
    const demand = { universe, ttls: true, seed: host.seed ?? 1 };
    const { hierarchy, nextAccess } = spoken(() => buildHierarchy(configuration, demand));
    if (nextAccess) throw new InputError('policy', 'reads the future, which only a simulation knows');
    this.hierarchy = hierarchy;
    this.table = new KeyTable(universe, {
      remembers: id => hierarchy.remembers(id) || (this.learner?.remembers(id) ?? false),
      forget: id => this.learner?.forget(id),
    });
    this.contents = new Contents(universe, hierarchy, this.table, listeners);
    this.listeners = listeners;
    this.clock = clock;
    this.sweeps = configuration.sweepSeconds === null ? null : new Sweeps(hierarchy, configuration.sweepSeconds);
    this.names = hierarchy.stores.map(store => store.name);
    this.sizes = new ValueSizes(configuration.unit === 'bytes', host.sizeOf);
    this.whereabouts = new Whereabouts(hierarchy, configuration.partitions === 'quota');
  }

  /** Whatever is asked next, is asked now. */
  tellTime(): void {
    // A predictor may have asked, a request ago, to be woken at this very time.
    if (this.learner !== null || !this.clock.stands()) this.advance(this.clock.read());
  }

  private advance(now: number): void {
    if (this.learner) this.learner.advance(now);
    if (this.sweeps) this.sweeps.advance(now);
    this.hierarchy.advance(now);
  }

  get(key: string, options: GetOptions | undefined): Answer<Value> {
    checkKey(key);
    const id = this.table.claim(key);
    const type = options === undefined ? 0 : typeOf(options);
    this.asked = id;
    if (this.tap) this.record(id, type, options);
    // Read first: a hit may move an entry to where it is refused.
    const value = this.contents.values[id] as Value;
    const store = this.hierarchy.get(id, type);
    if (store === this.hierarchy.origin) return this.miss(id, key);
    const level = this.names[store]!;
    if (this.listeners.heard.hit) this.listeners.add('hit', { key, value, level });
    return { hit: true, value, level };
  }

  private miss(id: number, key: string): Answer<Value> {
    this.table.seen(id);
    if (this.listeners.heard.miss) this.listeners.add('miss', { key });
    return MISS;
  }

  /**
   * A value whose lifetime ended, but no longer ago than that: who accepts it asks no level for it, and no policy hears of it.
   * @param seconds 0 or more
   * @returns null where there is none, or a newer one
   */
  getExpired(key: string, options: GetOptions, seconds: number): { readonly value: Value } | null {
    checkKey(key);
    const id = this.table.find(key);
    const type = typeOf(options);
    if (id < 0 || this.hierarchy.staleAnswers.take(id, type, seconds) < 0) return null;
    this.asked = id;
    if (this.tap) this.record(id, type, options);
    const value = this.contents.values[id] as Value;
    if (this.listeners.heard.stale) this.listeners.add('stale', { key, value });
    return { value };
  }

  /** @param asked whether a client sets it, which counts as a request; else it was loaded. @returns whether it is there now */
  store(key: string, value: Value, options: SetOptions, asked: boolean): boolean {
    const { hierarchy, contents } = this;
    const type = typeOf(options);
    const priority = priorityOf(options.priority);
    const ttl = ttlOf(options.ttlMs);
    const bytes = this.sizes.of(key, value, options.size);
    checkKey(key);
    const id = this.table.claimToStore(key);
    if (this.tap) this.tap.request(SET, key, hierarchy.lifetimes.now, bytes, type, priority, ttl, options.client);
    const size = this.sizes.room(bytes);
    contents.begin(id, bytes);
    if (asked) hierarchy.set(id, type, priority, size, ttl);
    else hierarchy.fill(id, type, priority, size, ttl);
    const stored = contents.end(id, value, bytes);
    if (this.listeners.heard.set) this.listeners.add('set', { key, value, level: this.whereabouts.levelOf(id) });
    return stored;
  }

  /** From now on somebody learns from the requests. */
  learn(learner: Learner): void {
    this.learner = learner;
    this.hierarchy.observe({
      update: (store, id) => learner.update(store, id),
      leave: (store, id, cause) => {
        learner.leave(store, id, cause);
        this.contents.leave(store, id, cause);
      },
    });
  }

  /** Data that nobody has asked for yet. @param enter has the hierarchy take it, of this size */
  storeAhead(key: string, value: Value, size: number | undefined, enter: (id: number, size: number) => void): void {
    const { contents } = this;
    const bytes = this.sizes.of(key, value, size);
    const id = this.table.claim(key);
    contents.begin(id, bytes);
    enter(id, this.sizes.room(bytes));
    contents.end(id, value, bytes);
    if (this.listeners.heard.set) this.listeners.add('set', { key, value, level: this.whereabouts.levelOf(id) });
  }

  has(key: string, options: GetOptions | undefined): boolean {
    const id = this.table.find(key);
    return id >= 0 && this.whereabouts.isAlive(id, typeOf(options));
  }

  /** @returns whether anybody could have got it */
  delete(key: string): boolean {
    const id = this.table.find(key);
    const alive = id >= 0 && this.whereabouts.isAlive(id);
    if (this.tap) this.tap.request(DELETE, key, this.hierarchy.lifetimes.now, 1, 0, 0, NO_TTL, undefined);
    if (id >= 0) this.hierarchy.delete(id);
    return alive;
  }

  clear(): void {
    for (const [id, key] of this.table.keys.entries()) if (this.hierarchy.residents.has(id)) this.delete(key);
  }

  *entries(): Generator<[key: string, value: Value], void> {
    const { keys } = this.table;
    for (let id = 0; id < keys.length; id++)
      if (this.whereabouts.isAlive(id)) yield [keys[id]!, this.contents.values[id] as Value];
  }

  /** Shows each request, as it comes, to somebody. @throws Error when somebody sees them already. @returns ends it */
  show(tap: RequestTap): () => void {
    if (this.tap) throw new Error('the requests of this cache are being recorded already');
    this.tap = tap;
    return () => {
      if (this.tap === tap) this.tap = null;
    };
  }

  /** Nothing is held any more, and nobody is told. */
  letGo(): void {
    this.hierarchy.observe(null);
    this.contents.values.length = 0;
    this.table.forget();
    this.tap = null;
  }

  private record(id: number, type: number, options: GetOptions | undefined): void {
    const { now } = this.hierarchy.lifetimes;
    this.tap!.request(GET, this.table.keys[id]!, now, this.contents.sizes[id]!, type, 0, NO_TTL, options?.client);
  }
}
