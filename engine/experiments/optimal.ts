import type { Requests } from '../../workloads/requests.ts';
import { totalCapacity } from '../configuration/total-capacity.ts';
import type { Configuration } from '../configuration/types.ts';
import type { SizeCurve } from '../documents/sim.ts';
import { runEstimates } from './estimates.ts';
import { runCells } from './mrc.ts';

/** What OPT, which knows the future, makes of the room that there is. */
export interface Optimal {
  readonly hitRatio: number;
  /** Half the width of the interval of an estimate; 0 where hits were counted. */
  readonly error: number;
  /** Of the keys, the share that was replayed. */
  readonly share: number;
}

/** Requests that OPT may replay. */
const BUDGET = 8e6;
/** A sample is replayed as a whole and in groups. */
const TIMES = 2;
/** Entries that a cache scaled down must have, and the share of the keys from which on a sample saves nothing. */
const FEWEST_ENTRIES = 100;
const MOST = 0.5;

/**
 * OPT in the room of all levels: from the curve where that has it, counted where one pass is affordable, else estimated from a sample of the
 * keys (miniature simulation). An excerpt would cost as much and is worse: on recordings it misjudges by up to 14 points how far
 * OPT is ahead, a quarter of the keys by less than one (docs/suggestions.md). Null in bytes, which OPT does not count, and for a cache too
 * small to be scaled down.
 */
export function optimalIn(
  requests: Requests,
  configuration: Configuration,
  { curve, seed }: { readonly curve: SizeCurve | null; readonly seed: number },
): Optimal | null {
  const { unit } = configuration;
  if (unit === 'bytes') return null;
  const capacity = totalCapacity(configuration);
  const known = curve?.rows.find(row => row.policy === 'opt' && row.capacity === capacity);
  if (known) return { hitRatio: known.hitRatio, error: 0, share: 1 };
  const { operations, universe } = requests;
  const cell = { policy: 'opt', capacity, unit, seed } as const;
  // Where everything fits, whoever keeps everything is as good.
  if (capacity >= universe) return null;
  if (operations <= BUDGET) return { hitRatio: runCells(requests, [cell])[0]!.row.hitRatio, error: 0, share: 1 };
  const share = Math.max(BUDGET / (TIMES * operations), FEWEST_ENTRIES / capacity);
  if (share > MOST) return null;
  const keys = Math.ceil(share * universe);
  const [estimate] = runEstimates(requests, { kind: 'mini', method: 'mini', keys, cells: [cell] });
  const { hitRatio, error, rate } = estimate!.row;
  return { hitRatio, error, share: rate };
}
