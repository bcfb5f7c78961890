import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Options } from '../../engine/configuration/types.ts';
import { buildHierarchy } from '../../engine/hierarchy/build.ts';
import type { Hierarchy } from '../../engine/hierarchy/hierarchy.ts';
import { NO_TTL } from '../../workloads/requests.ts';

/** What a set may say beside its id and its time. */
interface SetDetails {
  readonly type?: number;
  readonly priority?: number;
  readonly size?: number;
  /** Seconds. */
  readonly ttl?: number;
}

const IDS = 100;

/** A cache that is driven by hand, one operation at a time; capacities are bytes when the levels say so. */
export class SmallCache {
  readonly hierarchy: Hierarchy;
  private readonly sized: boolean;

  /** @param universe ids are below this */
  constructor(options: Options, universe = IDS) {
    const configuration = resolveConfiguration(options, { keys: universe, bytes: 1e6 });
    this.sized = configuration.unit === 'bytes';
    this.hierarchy = buildHierarchy(configuration, { universe, ttls: true, seed: 1 }).hierarchy;
  }

  /** @returns the name of the store that answers, or `origin`; nothing is filled */
  get(id: number, now: number, type = 0): string {
    this.hierarchy.advance(now);
    const store = this.hierarchy.get(id, type);
    return this.hierarchy.stores[store]?.name ?? 'origin';
  }

  set(id: number, now: number, { type = 0, priority = 0, size = 1, ttl = NO_TTL }: SetDetails = {}): this {
    this.hierarchy.advance(now);
    this.hierarchy.set(id, type, priority, this.sized ? size : 1, ttl);
    return this;
  }

  wait(now: number): this {
    this.hierarchy.advance(now);
    return this;
  }

  /** Names of the stores that hold the id. */
  where(id: number): string {
    const { stores, residents } = this.hierarchy;
    return stores
      .filter(store => residents.holds(store, id))
      .map(store => store.name)
      .join();
  }

  /** Where each of these ids lies. */
  places(...ids: number[]): string[] {
    return ids.map(id => this.where(id));
  }
}
