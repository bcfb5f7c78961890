import { strict as assert } from 'node:assert';
import type { Configuration } from '../../engine/configuration/types.ts';
import type { Observer } from '../../engine/hierarchy/events.ts';
import type { Hierarchy } from '../../engine/hierarchy/hierarchy.ts';
import { GET, NO_TTL, SET } from '../../workloads/requests.ts';
import type { Watcher } from './drive.ts';
import type { TestRecord } from './records.ts';

/** Hears everything that happens in a hierarchy, and holds it to what a configuration promises. */
export class Witness implements Watcher, Observer {
  private readonly configuration: Configuration;
  private readonly universe: number;
  /** By store: the residents that the events make, with the time since when. */
  private readonly residents: readonly Map<number, number>[];
  /** By store, in bytes: ids whose insertion the present record has announced. */
  private readonly announced: readonly Set<number>[];
  /** By id: when its data was read from the origin or set, and how long it may live. */
  private readonly born: Float64Array;
  /** By id: when it was last asked for, or set. */
  private readonly used: Float64Array;
  private readonly lifetimes: Float64Array;
  /** Seconds: time never runs backwards. */
  private now = Number.NEGATIVE_INFINITY;

  constructor(configuration: Configuration, universe: number) {
    this.configuration = configuration;
    this.universe = universe;
    const stores = configuration.partitionLevels.length + configuration.levels.length;
    this.residents = Array.from({ length: stores }, () => new Map());
    this.announced = this.residents.map(() => new Set());
    this.born = new Float64Array(universe);
    this.used = new Float64Array(universe);
    this.lifetimes = new Float64Array(universe);
  }

  hit(store: number, id: number): void {
    const since = this.residents[store]!.get(id);
    assert.ok(since !== undefined, `${store} answered for ${id}, which it does not hold`);
    const stay = this.now - since;
    assert.ok(stay <= this.longestStay(store), `${store} answered for ${id}, which entered it ${stay} s ago`);
    const idle = this.now - this.used[id]!;
    const { idleSeconds } = this.configuration;
    assert.ok(idleSeconds === null || idle <= idleSeconds, `${store} answered for ${id}, unused for ${idle} s`);
  }

  miss(store: number, id: number): void {
    assert.ok(!this.residents[store]!.has(id), `${store} missed ${id}, which it holds`);
  }

  insert(store: number, id: number): void {
    assert.ok(!this.residents[store]!.has(id), `${id} enters ${store} a second time`);
    this.residents[store]!.set(id, this.now);
    if (this.configuration.unit === 'bytes') this.announced[store]!.add(id);
  }

  update(store: number, id: number): void {
    assert.ok(this.residents[store]!.has(id), `${id} is updated in ${store}, which does not hold it`);
    this.residents[store]!.set(id, this.now);
  }

  leave(store: number, id: number, cause: number): void {
    assert.ok(this.residents[store]!.delete(id), `${id} leaves ${store}, which does not hold it (${cause})`);
  }

  before({ time }: TestRecord, hierarchy: Hierarchy): void {
    this.now = Math.max(this.now, time);
    hierarchy.observe(this);
  }

  after(record: TestRecord, hierarchy: Hierarchy, store: number): void {
    const { inclusion, lifetime, coherence, fill } = this.configuration;
    const { id, op, ttl } = record;
    this.checkResidents(hierarchy);
    for (const each of hierarchy.stores) assert.ok(each.used <= each.capacity, `${each.name} is too full`);
    if (op === SET && coherence === 'supersede') this.checkSizes(hierarchy, record);
    if (inclusion === 'exclusive') this.checkExclusive(hierarchy);
    if (inclusion === 'inclusive') this.checkInclusive(hierarchy);
    const exact = lifetime === 'carry' && coherence === 'supersede';
    if (op === GET && store < hierarchy.origin && exact) {
      const age = this.now - this.born[id]!;
      const allowed = this.lifetimes[id] === NO_TTL ? this.lifetimeIn(store) : this.lifetimes[id]!;
      assert.ok(age <= allowed, `${id} is served at age ${age}, allowed ${allowed}`);
    }
    if (exact) assert.equal(hierarchy.staleHits, 0);
    this.used[id] = this.now;
    if (op === SET || (store === hierarchy.origin && fill !== 'none')) {
      this.born[id] = this.now;
      this.lifetimes[id] = ttl;
    }
  }

  /** Empties the levels: their policies know who lies there, or refuse the newcomer. */
  finish(hierarchy: Hierarchy): void {
    hierarchy.observe(null);
    const newcomer = this.universe - 1;
    for (const store of hierarchy.stores) {
      const evicted = new Set<number>();
      if (store.sizes) store.sizes[newcomer] = 1;
      for (let n = store.residents; n > 0; n--) {
        const id = store.policy.evict(newcomer);
        if (id === newcomer) break;
        assert.ok(hierarchy.residents.holds(store, id), `the policy of ${store.name} evicts ${id}, not resident`);
        assert.ok(!evicted.has(id), `the policy of ${store.name} evicts ${id} twice`);
        evicted.add(id);
      }
    }
  }

  /** Seconds after which a store removes an entry. */
  private longestStay(store: number): number {
    const { partitionLevels, levels, levelTtl } = this.configuration;
    if (store >= partitionLevels.length && levelTtl === 'cool') return Number.POSITIVE_INFINITY;
    return [...partitionLevels, ...levels][store]!.ttlSeconds ?? Number.POSITIVE_INFINITY;
  }

  private lifetimeIn(store: number): number {
    const { levels, partitionLevels } = this.configuration;
    const ttls = store < partitionLevels.length ? [partitionLevels[store]!] : levels;
    return Math.max(...ttls.map(level => level.ttlSeconds ?? Number.POSITIVE_INFINITY));
  }

  private checkResidents({ stores, residents }: Hierarchy): void {
    for (const store of stores) {
      const heard = this.residents[store.store]!;
      // Announced, and refused when the level had made some room for it already.
      for (const id of this.announced[store.store]!) if (!residents.holds(store, id)) heard.delete(id);
      this.announced[store.store]!.clear();
      for (let id = 0; id < this.universe; id++)
        assert.equal(residents.holds(store, id), heard.has(id), `${id} in ${store.name}`);
    }
  }

  /** Whoever holds what was set holds it in its new size, but for partitions that answer nobody. */
  private checkSizes({ stores, residents }: Hierarchy, { id, size }: TestRecord): void {
    if (this.configuration.unit === 'entries' || this.configuration.partitions === 'write-only') return;
    for (const store of stores)
      if (residents.holds(store, id)) assert.equal(residents.sizeIn(store, id), size, `size of ${id} in ${store.name}`);
  }

  private checkExclusive({ levels, residents }: Hierarchy): void {
    for (let id = 0; id < this.universe; id++)
      assert.ok(levels.filter(level => residents.holds(level, id)).length <= 1, `${id} lies in several levels`);
  }

  private checkInclusive({ levels, residents }: Hierarchy): void {
    for (let id = 0; id < this.universe; id++)
      for (let depth = 1; depth < levels.length; depth++)
        assert.ok(
          !residents.holds(levels[depth - 1]!, id) || residents.holds(levels[depth]!, id),
          `${id} lies in ${levels[depth - 1]!.name}, but not below`,
        );
  }
}
