import { type IntegerColumn, type Requests, stretches } from '../../workloads/requests.ts';
import type { MrcRow } from '../documents/mrc.ts';
import type { Pulse } from '../pulse.ts';
import { nextAccesses } from '../replay/next-access.ts';
import type { MrcCell } from './curve-cell.ts';
import { walkerFor } from './curve-walkers.ts';
import { inOrderOf, type Walk, walksOf } from './curve-walks.ts';

/** A point, measured, and how fast that went. */
export interface MeasuredRow<Row = MrcRow> {
  readonly row: Row;
  /** Of the replay loop alone; of a pass that gives several rows, each has its share of the time. */
  readonly requestsPerSecond: number;
}

/**
 * Goes all walks side by side: each stretch of the workload is read once and given to every walk in turn.
 * @returns for each walk, a row for each of its cells
 * @throws InputError for a policy that does not exist or cannot count bytes
 */
export function runWalks(requests: Requests, walks: readonly Walk[], pulse?: Pulse): MeasuredRow[][] {
  const walkers = walks.map(walk => walkerFor(requests, walk));
  const future = walkers.some(walker => walker.clairvoyant) ? nextAccessesOnce(requests) : null;
  const milliseconds = new Float64Array(walkers.length);
  let first = 0;
  for (const stretch of stretches(requests.batches)) {
    for (const [w, walker] of walkers.entries()) {
      const start = performance.now();
      for (const [b, batch] of stretch.entries()) {
        walker.replay(batch, future && walker.clairvoyant ? future.at(first + b) : null);
        pulse?.beat();
      }
      milliseconds[w]! += performance.now() - start;
    }
    first += stretch.length;
  }
  return walkers.map((walker, w) => {
    const start = performance.now();
    const rows = walker.rows();
    const seconds = (milliseconds[w]! + performance.now() - start) / 1e3;
    const requestsPerSecond = (rows.length * requests.operations) / Math.max(seconds, Number.MIN_VALUE);
    return rows.map(row => ({ row, requestsPerSecond }));
  });
}

/** Measures every cell, in the order given. @throws InputError */
export function runCells(requests: Requests, cells: readonly MrcCell[], pulse?: Pulse): MeasuredRow[] {
  const walks = walksOf(cells);
  return inOrderOf(cells, walks, runWalks(requests, walks, pulse));
}

/** Replays the requests against one policy at one size. @throws InputError */
export function runCell(requests: Requests, cell: MrcCell): MeasuredRow {
  return runCells(requests, [cell])[0]!;
}

const futures = new WeakMap<Requests, IntegerColumn>();

/** The future of a workload is the same for every policy and size: it is looked up once. */
function nextAccessesOnce(requests: Requests): IntegerColumn {
  let columns = futures.get(requests);
  if (!columns) {
    columns = nextAccesses(requests);
    futures.set(requests, columns);
  }
  return columns;
}
