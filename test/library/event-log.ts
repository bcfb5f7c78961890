import { CAUSES, type ChangeObserver, type Observer } from '../../engine/hierarchy/events.ts';
import type { Hierarchy } from '../../engine/hierarchy/hierarchy.ts';

/** Writes down all that happens. */
export function writer({ stores }: Hierarchy, log: string[], keyOf: (id: number) => string): Observer {
  const name = (store: number) => stores[store]!.name;
  return {
    hit: (store, id) => log.push(`${keyOf(id)} hits ${name(store)}`),
    miss: (store, id) => log.push(`${keyOf(id)} misses ${name(store)}`),
    insert: (store, id) => log.push(`${keyOf(id)} enters ${name(store)}`),
    update: (store, id) => log.push(`${keyOf(id)} is updated in ${name(store)}`),
    leave: (store, id, cause) => log.push(`${keyOf(id)} leaves ${name(store)}: ${CAUSES[cause]}`),
  };
}

/** The second writes first: the first may let go of the key. */
export function both(first: ChangeObserver, second: Observer): Observer {
  return {
    hit: (store, id) => second.hit(store, id),
    miss: (store, id) => second.miss(store, id),
    insert: (store, id) => second.insert(store, id),
    update(store, id) {
      second.update(store, id);
      first.update(store, id);
    },
    leave(store, id, cause) {
      second.leave(store, id, cause);
      first.leave(store, id, cause);
    },
  };
}
