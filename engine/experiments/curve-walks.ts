import { findBound } from '../bounds/catalog.ts';
import { resolveEviction } from '../build-policy.ts';
import type { MrcCell } from './curve-cell.ts';

/** Going once through the requests: a replay of one cell, or one pass for cells that differ in size alone, over the LRU stack or for a bound. */
export type Walk =
  | { readonly kind: 'replay'; readonly cells: readonly [MrcCell] }
  | { readonly kind: 'stack'; readonly cells: readonly MrcCell[] }
  | { readonly kind: 'bound'; readonly cells: readonly MrcCell[] };

/** One pass over the LRU stack takes as long as about three replays of LRU at one size. */
const WORTH_A_PASS = 4;

/** How to measure the cells at the least cost: the counts are the same either way. Without `onePass` each is replayed. */
export function walksOf(cells: readonly MrcCell[], onePass = true): Walk[] {
  const bounded = cells.filter(cell => findBound(cell.policy));
  const names = [...new Set(bounded.map(cell => cell.policy))];
  const alike = cells.filter(cell => cell.unit === 'entries' && cell.admission === undefined && isLru(cell.policy));
  const passed = onePass && alike.length >= WORTH_A_PASS ? alike : [];
  return [
    ...names.map((name): Walk => ({ kind: 'bound', cells: bounded.filter(cell => cell.policy === name) })),
    ...(passed.length > 0 ? [{ kind: 'stack', cells: passed } as const] : []),
    ...cells
      .filter(cell => !passed.includes(cell) && !bounded.includes(cell))
      .map((cell): Walk => ({ kind: 'replay', cells: [cell] })),
  ];
}

/** @throws InputError for a policy that does not exist */
export function isLru(policy: string): boolean {
  return !findBound(policy) && resolveEviction(policy, false, '--policies').entry.name === 'lru';
}

/** What was found for the cells of each group, in the order of the cells. */
export function inOrderOf<Found>(
  cells: readonly MrcCell[],
  groups: readonly { readonly cells: readonly MrcCell[] }[],
  found: readonly (readonly Found[])[],
): Found[] {
  const byCell = new Map(groups.flatMap((group, g) => group.cells.map((cell, c) => [cell, found[g]![c]!] as const)));
  return cells.map(cell => byCell.get(cell)!);
}
