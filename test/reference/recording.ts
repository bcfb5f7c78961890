import type { Configuration } from '../../engine/configuration/types.ts';
import { buildHierarchy } from '../../engine/hierarchy/build.ts';
import { EVICTED, EXPIRED } from '../../engine/hierarchy/events.ts';
import type { Hierarchy } from '../../engine/hierarchy/hierarchy.ts';
import type { Level } from '../../engine/hierarchy/level.ts';
import { NO_TTL } from '../../workloads/requests.ts';

/** Drives a hierarchy by key, remembers values by version, and writes down what happens inside, in the vectors' words. */
export class Recording {
  readonly hierarchy: Hierarchy;
  /** What the last operation did inside. */
  trace: string[] = [];
  private readonly keys: string[] = [];
  private readonly values = new Map<number, unknown[]>();

  constructor(configuration: Configuration, universe: number) {
    this.hierarchy = buildHierarchy(configuration, { universe, ttls: false, seed: 1 }).hierarchy;
    const name = (store: number) => this.hierarchy.stores[store]!.name.replace('features', 'feature');
    this.hierarchy.observe({
      hit: store => this.trace.push(`${name(store)}.hit`),
      miss: store => this.trace.push(`${name(store)}.miss`),
      insert: store => this.trace.push(`${name(store)}.insert`),
      update: store => this.trace.push(`${name(store)}.update`),
      leave: (store, id, cause) => {
        if (cause === EXPIRED) this.trace.push(`${name(store)}.expire`);
        if (cause === EVICTED) this.trace.push(`${name(store)}.evict ${this.keys[id]}`);
      },
    });
  }

  get(key: string, now: number, type = 0): { level: string | null; value?: unknown } {
    const id = this.id(key);
    this.hierarchy.advance(now);
    const store = this.hierarchy.get(id, type);
    if (store === this.hierarchy.origin) return { level: null };
    const level = this.hierarchy.stores[store]!;
    return { level: level.name, value: this.values.get(id)![level.stamps!.version![id]!] };
  }

  set(key: string, value: unknown, now: number, type = 0, priority = 0): void {
    const id = this.id(key);
    const versions = this.values.get(id) ?? [undefined];
    this.values.set(id, [...versions, value]);
    this.hierarchy.advance(now);
    this.hierarchy.set(id, type, priority, 1, NO_TTL);
  }

  id(key: string): number {
    const known = this.keys.indexOf(key);
    return known >= 0 ? known : this.keys.push(key) - 1;
  }

  /** Whether the store has the id, alive at that time; the clock of the hierarchy stays where it is. */
  contains(store: Level, id: number, at: number): boolean {
    const { residents, lifetimes } = this.hierarchy;
    const { now } = lifetimes;
    lifetimes.now = at;
    const alive = residents.holds(store, id) && !lifetimes.expired(store, id);
    lifetimes.now = now;
    return alive;
  }

  /** Keys with the times at which they entered, from the least to the most recently used. */
  order(store: Level): [string, number][] {
    const ids = Array.from(this.keys.keys()).filter(id => this.hierarchy.residents.holds(store, id));
    // Draining an LRU gives its order; it is then filled again in the same order.
    const drained = ids.map(() => store.policy.evict(-1));
    for (const id of drained) store.policy.insert(id);
    return drained.map(id => [this.keys[id]!, store.stamps!.enteredAt(id)]);
  }
}
