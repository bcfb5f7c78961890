import type { Requests } from '../../workloads/requests.ts';
import { concludeFrom, type Estimate } from '../curves/estimate.ts';
import type { EstimatingMethod } from '../curves/methods.ts';
import { miniature } from '../curves/miniature.ts';
import { shards } from '../curves/shards.ts';
import { GROUPS, type ThinnedPart, thinOut } from '../curves/thinned.ts';
import type { EstimatedRow } from '../documents/mrc.ts';
import type { Pulse } from '../pulse.ts';
import { type MrcCell, rowOf } from './curve-cell.ts';
import type { MeasuredRow } from './mrc.ts';

/** Points of curves that are estimated from the same sample. */
export interface EstimateTask {
  readonly kind: EstimatingMethod['kind'];
  /** The method's spec as given. */
  readonly method: string;
  /** How many keys are sampled. */
  readonly keys: number;
  readonly cells: readonly MrcCell[];
}

/** Pieces of work of an estimate beside the batches that are read: the sample as a whole, and its groups. */
export const PARTS = 1 + GROUPS;

/** Estimates every cell, in the order given, from one sample of the keys. @throws InputError */
export function runEstimates(requests: Requests, task: EstimateTask, pulse?: Pulse): MeasuredRow<EstimatedRow>[] {
  const { kind, method, keys, cells } = task;
  const { seed } = cells[0]!;
  const start = performance.now();
  const { whole, groups } = thinOut(requests, keys, seed, () => pulse?.beat());
  const count = (part: ThinnedPart) => {
    pulse?.beat();
    if (kind === 'mini') return miniature(part, cells, requests.bytes);
    return shards(
      part,
      cells.map(cell => cell.capacity),
    );
  };
  const inAll = count(whole);
  const inGroups = groups.map(count);
  const estimates = inAll.map((counts, c) => {
    const groupCounts = inGroups.map(each => each[c]!);
    return concludeFrom(counts, groupCounts, requests.gets);
  });
  const seconds = (performance.now() - start) / 1e3;
  const requestsPerSecond = (cells.length * requests.operations) / Math.max(seconds, Number.MIN_VALUE);
  return cells.map((cell, c) => ({
    row: estimatedRow(cell, estimates[c]!, requests.gets, { method, rate: whole.share }),
    requestsPerSecond,
  }));
}

function estimatedRow(
  cell: MrcCell,
  { missRatio, error, evictions }: Estimate,
  gets: number,
  how: Pick<EstimatedRow, 'method' | 'rate'>,
): EstimatedRow {
  const hits = gets - Math.round(missRatio * gets);
  return { ...rowOf(cell, { gets, hits, evictions }), estimated: true, ...how, error };
}
