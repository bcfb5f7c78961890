import { definer, type PolicyDescription } from '../define.ts';

/** In place of a level: the entry goes to every level. */
export const EVERY_LEVEL = -1;

/** In place of a level: the entry starts in the last level, and climbs as far as the promotion policy lets it. */
export const CLIMBS = -2;

/** Says where a `set` or a fill goes. */
export interface PlacementPolicy {
  /**
   * @param type 0 general, 1 features, 2 model, 3 result
   * @param priority 0 normal, 1 medium, 2 high
   * @returns a level, 0 for the first, or `EVERY_LEVEL` or `CLIMBS`
   */
  levelFor(type: number, priority: number): number;
}

export interface PlacementContext {
  /** Number of levels. */
  readonly levels: number;
}

export type PlacementDescription = PolicyDescription<PlacementContext, PlacementPolicy>;

export const definePlacement = definer<PlacementContext, PlacementPolicy>();
