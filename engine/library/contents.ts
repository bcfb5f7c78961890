import { CAUSES, type ChangeObserver, DEMOTED, EVICTED, PROMOTED } from '../hierarchy/events.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import type { KeyTable } from './key-table.ts';
import type { CacheEvents, Listeners } from './listeners.ts';

/** The values by id. Hears what the hierarchy does to ids, lets go of the values of those that leave, and passes it on. */
export class Contents<Value> implements ChangeObserver {
  readonly values: (Value | undefined)[] = [];
  /** Bytes by id, as last stored; 1 where nobody said. */
  readonly sizes: Float64Array;
  private readonly hierarchy: Hierarchy;
  private readonly table: KeyTable;
  private readonly listeners: Listeners<Value>;
  private readonly sized: boolean;
  /** The id that is being stored: it may leave one place for another, and leaves the cache only if it is nowhere afterwards. */
  private storing = -1;

  constructor(universe: number, hierarchy: Hierarchy, table: KeyTable, listeners: Listeners<Value>) {
    this.sizes = new Float64Array(universe).fill(1);
    this.hierarchy = hierarchy;
    this.table = table;
    this.listeners = listeners;
    this.sized = hierarchy.levels[0]!.sizes !== null;
    hierarchy.observe(this);
  }

  /** Before the hierarchy takes an id. @param size bytes */
  begin(id: number, size: number): void {
    if (this.sized && this.table.spare < 2 && !this.hierarchy.residents.has(id)) this.makeRoomForKey(id, size);
    this.storing = id;
  }

  /** The hierarchy has taken the id, or refused it. @returns whether the cache holds the value now */
  end(id: number, value: Value, size: number): boolean {
    this.storing = -1;
    const stored = this.hierarchy.residents.has(id);
    if (stored) {
      this.values[id] = value;
      this.sizes[id] = size;
      this.table.enter(id);
    } else this.letGo(id);
    return stored;
  }

  update(): void {}

  leave(store: number, id: number, cause: number): void {
    if (cause === PROMOTED || cause === DEMOTED) {
      if (this.listeners.heard.move) this.tellMove(store, id, cause);
      return;
    }
    const remains = this.hierarchy.residents.has(id);
    if (this.listeners.heard.remove) {
      const key = this.table.keys[id]!;
      const value = this.values[id] as Value;
      const level = this.hierarchy.stores[store]!.name;
      this.listeners.add('remove', { key, value, level, cause: CAUSES[cause] as RemoveCause, remains });
    }
    if (!remains && id !== this.storing) this.letGo(id);
  }

  private letGo(id: number): void {
    this.values[id] = undefined;
    this.table.leave(id);
  }

  private tellMove(from: number, id: number, cause: number): void {
    const { stores, residents } = this.hierarchy;
    const to =
      cause === PROMOTED
        ? residents.levelOf(id)
        : stores.find(store => store.store > from && residents.holds(store, id));
    if (!to) return;
    const key = this.table.keys[id]!;
    this.listeners.add('move', { key, from: stores[from]!.name, to: to.name, cause: CAUSES[cause] as MoveCause });
  }

  /** In bytes there may be more small entries than ids: the lowest level gives one up, although there is room. */
  private makeRoomForKey(incoming: number, size: number): void {
    const { stores, residents } = this.hierarchy;
    const store = stores.findLast(each => each.residents > 0)!;
    if (store.sizes) store.sizes[incoming] = size;
    const chosen = store.policy.victim(incoming);
    const victim = chosen === incoming ? this.table.keys.findIndex((_, id) => residents.holds(store, id)) : chosen;
    for (const each of stores) if (residents.holds(each, victim)) residents.drop(each, victim, EVICTED);
  }
}

type RemoveCause = CacheEvents<unknown>['remove']['cause'];
type MoveCause = CacheEvents<unknown>['move']['cause'];
