import type { Hierarchy } from '../hierarchy/hierarchy.ts';

/** Where an id lies, and whether anybody would get it: questions of which nobody hears, and that nothing answers on the way of a get. */
export class Whereabouts {
  private readonly hierarchy: Hierarchy;
  private readonly partitionsAnswer: boolean;

  /** @param partitionsAnswer whether a typed get looks in its partition */
  constructor(hierarchy: Hierarchy, partitionsAnswer: boolean) {
    this.hierarchy = hierarchy;
    this.partitionsAnswer = partitionsAnswer;
  }

  /** Whether a store would answer for the id. @param type of the request; any if not given */
  isAlive(id: number, type?: number): boolean {
    const { residents, lifetimes, stores } = this.hierarchy;
    if (!residents.has(id)) return false;
    return stores.some(store => {
      const asked = store.depth >= 0 || (this.partitionsAnswer && (type === undefined || type === store.store + 1));
      return asked && residents.holds(store, id) && !lifetimes.expired(store, id);
    });
  }

  /** The fastest level that holds the id, or else its partition, or null. */
  levelOf(id: number): string | null {
    const { residents, stores } = this.hierarchy;
    return (residents.levelOf(id) ?? stores.find(store => residents.holds(store, id)))?.name ?? null;
  }
}
