import type { MrcCell } from '../experiments/curve-cell.ts';
import { runCells } from '../experiments/mrc.ts';
import type { PartCounts } from './estimate.ts';
import type { ThinnedPart } from './thinned.ts';

/**
 * Miniature simulation (Waldspurger, Saemundsson, Ahmad and Park, "Cache modeling and optimization using miniature
 * simulations", ATC 2017): the requests for a share of the keys, replayed against a cache that is smaller by that share.
 * @param cells caches for the whole workload, of any policy
 */
export function miniature(
  { requests, share }: ThinnedPart,
  cells: readonly MrcCell[],
  bytes: number | null,
): PartCounts[] {
  // Objects differ in size: the share of the bytes is what the sample has of them.
  const scale = (cell: MrcCell) => (cell.unit === 'bytes' ? requests.bytes! / bytes! : share);
  const small = cells.map(cell => ({ ...cell, capacity: Math.max(1, Math.round(cell.capacity * scale(cell))) }));
  return runCells(requests, small).map(({ row: { misses, evictions } }) => ({ share, misses, evictions }));
}
