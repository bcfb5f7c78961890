import type { Counts } from '../../policies/admission/contract.ts';
import { type Batch, GET, type IntegerColumn, type Requests, stretches } from '../../workloads/requests.ts';
import { findBound } from '../bounds/catalog.ts';
import { buildAdmission, RequestCounters, resolveAdmission } from '../build-admission.ts';
import { buildEviction, resolveEviction } from '../build-policy.ts';
import { DEFAULT_RATE } from '../configuration/presets.ts';
import type { Unit } from '../configuration/types.ts';
import { StackDistances } from '../curves/stack-distances.ts';
import type { MrcRow } from '../documents/mrc.ts';
import type { Pulse } from '../pulse.ts';
import { randomStream } from '../random.ts';
import { FlatRun } from '../replay/flat.ts';
import { nextAccesses } from '../replay/next-access.ts';

/** One point of a miss-ratio curve. */
export interface MrcCell {
  readonly policy: string;
  /** Spec of the admission policy before it; absent when none was asked for. */
  readonly admission?: string;
  readonly capacity: number;
  readonly unit: Unit;
  readonly seed: number;
}

/** A point, measured, and how fast that went. */
export interface MeasuredRow<Row = MrcRow> {
  readonly row: Row;
  /** Of the replay loop alone; of a pass that gives several rows, each has its share of the time. */
  readonly requestsPerSecond: number;
}

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

/** What was found for the cells of each group, in the order of the cells. */
export function inOrderOf<Found>(
  cells: readonly MrcCell[],
  groups: readonly { readonly cells: readonly MrcCell[] }[],
  found: readonly (readonly Found[])[],
): Found[] {
  const byCell = new Map(groups.flatMap((group, g) => group.cells.map((cell, c) => [cell, found[g]![c]!] as const)));
  return cells.map(cell => byCell.get(cell)!);
}

/** What goes through the requests and can then say the rows of its cells. */
interface Walker {
  readonly clairvoyant: boolean;
  replay(batch: Batch, next: Int32Array | null): void;
  rows(): MrcRow[];
}

function walkerFor(requests: Requests, walk: Walk): Walker {
  switch (walk.kind) {
    case 'stack':
      return stackWalker(requests, walk.cells);
    case 'bound':
      return boundWalker(requests, walk.cells);
    case 'replay':
      return replayer(requests, walk.cells[0]);
  }
}

/** A bound looks at all requests at once, when the others have gone through them; nobody leaves anything for it. */
function boundWalker(requests: Requests, cells: readonly MrcCell[]): Walker {
  let gets = 0;
  let bytesRequested = 0;
  return {
    clairvoyant: false,
    replay({ op, size, length }) {
      for (let i = 0; i < length; i++) {
        if (op && op[i] !== GET) continue;
        gets++;
        if (size) bytesRequested += size[i]!;
      }
    },
    rows() {
      const { policy, unit } = cells[0]!;
      const capacities = cells.map(cell => cell.capacity);
      return findBound(policy)!
        .of(requests, unit, capacities)
        .map(({ hits, bytesHit }, c) => {
          const bytesMissed = bytesRequested - (bytesHit ?? 0);
          return {
            ...rowOf(requests, cells[c]!, { gets, hits, evictions: 0, bytesRequested, bytesMissed }),
            bound: true,
          };
        });
    },
  };
}

function stackWalker(requests: Requests, cells: readonly MrcCell[]): Walker {
  const distances = new StackDistances(requests.universe);
  return {
    clairvoyant: false,
    replay: batch => distances.replay(batch),
    rows() {
      const { gets, bytesRequested } = distances;
      const counts = distances.at(cells.map(cell => cell.capacity));
      return cells.map((cell, c) => rowOf(requests, cell, { gets, bytesRequested, ...counts[c]! }));
    },
  };
}

function replayer(requests: Requests, cell: MrcCell): Walker {
  const run = flatRun(requests, cell);
  return {
    clairvoyant: run.cache.nextAccess !== null,
    replay: (batch, next) => run.replay(batch, next),
    rows: () => [rowOf(requests, cell, run)],
  };
}

function flatRun({ universe }: Requests, cell: MrcCell): FlatRun {
  const sizes = cell.unit === 'bytes' ? new Float64Array(universe) : null;
  const { clairvoyant, expiring } = resolveEviction(cell.policy, sizes !== null, '--policies').entry.capabilities;
  const spec = cell.admission ?? 'always';
  const guard = resolveAdmission(spec, sizes !== null, '--admission').entry.capabilities;
  const nextAccess = clairvoyant || guard.clairvoyant ? new Int32Array(universe) : null;
  const expiresAt = expiring ? new Float64Array(universe) : null;
  const { capacity } = cell;
  // The streams of a hierarchy's only level: both ways give the same counts.
  const random = randomStream(cell.seed, 'policy/L1');
  const chance = randomStream(cell.seed, 'admission/L1');
  const context = { capacity, universe, sizes, random, nextAccess, expiresAt };
  const policy = buildEviction(cell.policy, '--policies', context);
  const counters = new RequestCounters(universe, sizes ? universe : Math.min(universe, capacity));
  const frequency = (window: number, counts: Counts) => counters.frequency(window, counts);
  const guarded = { capacity, universe, sizes, random: chance, nextAccess, frequency };
  const admission = buildAdmission(spec, '--admission', guarded);
  return new FlatRun(
    { policy, admission, counters: counters.all, capacity, sizes, nextAccess, expiresAt, rate: DEFAULT_RATE },
    universe,
  );
}

type Measured = Pick<FlatRun, 'gets' | 'hits' | 'evictions' | 'bytesRequested' | 'bytesMissed'>;

function rowOf(requests: Requests, { policy, admission, capacity, unit }: MrcCell, counts: Measured): MrcRow {
  const { gets, hits, evictions } = counts;
  const misses = gets - hits;
  return {
    policy,
    ...(admission !== undefined && { admission }),
    capacity,
    unit,
    requests: gets,
    hits,
    misses,
    hitRatio: gets === 0 ? 0 : hits / gets,
    missRatio: gets === 0 ? 0 : misses / gets,
    ...(requests.bytes === null ? {} : { byteMissRatio: counts.bytesMissed / Math.max(1, counts.bytesRequested) }),
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
