import { type IntegerColumn, type Requests, stretches } from '../../workloads/requests.ts';
import { buildEviction, resolveEviction } from '../build-policy.ts';
import { DEFAULT_RATE } from '../configuration/presets.ts';
import type { Unit } from '../configuration/types.ts';
import type { MrcRow } from '../documents.ts';
import type { Pulse } from '../pulse.ts';
import { randomStream } from '../random.ts';
import { FlatRun } from '../replay/flat.ts';
import { nextAccesses } from '../replay/next-access.ts';

/** One point of a miss-ratio curve. */
export interface MrcCell {
  readonly policy: string;
  readonly capacity: number;
  readonly unit: Unit;
  readonly seed: number;
}

/** A point, measured, and how fast that went. */
export interface MeasuredRow {
  readonly row: MrcRow;
  /** Of the replay loop alone. */
  readonly requestsPerSecond: number;
}

/**
 * Replays the requests against several policies and sizes side by side: each stretch of the workload is read once and given
 * to every cell in turn.
 * @throws InputError for a policy that does not exist or cannot count bytes
 */
export function runCells(requests: Requests, cells: readonly MrcCell[], pulse?: Pulse): MeasuredRow[] {
  const runs = cells.map(cell => flatRun(requests, cell));
  const future = runs.some(run => run.cache.nextAccess) ? nextAccessesOnce(requests) : null;
  const milliseconds = new Float64Array(runs.length);
  let first = 0;
  for (const stretch of stretches(requests.batches)) {
    for (const [r, run] of runs.entries()) {
      const start = performance.now();
      for (const [b, batch] of stretch.entries()) {
        run.replay(batch, future && run.cache.nextAccess ? future.at(first + b) : null);
        pulse?.beat();
      }
      milliseconds[r]! += performance.now() - start;
    }
    first += stretch.length;
  }
  return runs.map((run, r) => ({
    row: rowOf(requests, cells[r]!, run),
    requestsPerSecond: (1e3 * requests.operations) / Math.max(milliseconds[r]!, Number.MIN_VALUE),
  }));
}

/** Replays the requests against one policy at one size. @throws InputError */
export function runCell(requests: Requests, cell: MrcCell): MeasuredRow {
  return runCells(requests, [cell])[0]!;
}

function flatRun({ universe }: Requests, cell: MrcCell): FlatRun {
  const sizes = cell.unit === 'bytes' ? new Float64Array(universe) : null;
  const { clairvoyant, expiring } = resolveEviction(cell.policy, sizes !== null, '--policies').entry.capabilities;
  const nextAccess = clairvoyant ? new Int32Array(universe) : null;
  const expiresAt = expiring ? new Float64Array(universe) : null;
  const { capacity } = cell;
  // The stream of a hierarchy's only level: both ways give the same counts.
  const random = randomStream(cell.seed, 'policy/L1');
  const context = { capacity, universe, sizes, random, nextAccess, expiresAt };
  const policy = buildEviction(cell.policy, '--policies', context);
  return new FlatRun({ policy, capacity, sizes, nextAccess, expiresAt, rate: DEFAULT_RATE }, universe);
}

function rowOf(requests: Requests, { policy, capacity, unit }: MrcCell, run: FlatRun): MrcRow {
  const { gets, hits, evictions } = run;
  const misses = gets - hits;
  return {
    policy,
    capacity,
    unit,
    requests: gets,
    hits,
    misses,
    hitRatio: gets === 0 ? 0 : hits / gets,
    missRatio: gets === 0 ? 0 : misses / gets,
    ...(requests.bytes === null ? {} : { byteMissRatio: run.bytesMissed / Math.max(1, run.bytesRequested) }),
    evictions,
  };
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
