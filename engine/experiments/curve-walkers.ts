import type { Counts } from '../../policies/admission/contract.ts';
import { type Batch, GET, type Requests } from '../../workloads/requests.ts';
import { findBound } from '../bounds/catalog.ts';
import { buildAdmission, RequestCounters, resolveAdmission } from '../build-admission.ts';
import { buildEviction, resolveEviction } from '../build-policy.ts';
import { DEFAULT_RATE } from '../configuration/presets.ts';
import { StackDistances } from '../curves/stack-distances.ts';
import type { MrcRow } from '../documents/mrc.ts';
import { randomStream } from '../random.ts';
import { FlatRun } from '../replay/flat.ts';
import { type CellCounts, type MrcCell, rowOf } from './curve-cell.ts';
import type { Walk } from './curve-walks.ts';

/** What goes through the requests and can then say the rows of its cells. */
export interface Walker {
  readonly clairvoyant: boolean;
  replay(batch: Batch, next: Int32Array | null): void;
  rows(): MrcRow[];
}

/** @throws InputError for a policy that does not exist or cannot count bytes */
export function walkerFor(requests: Requests, walk: Walk): Walker {
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
            ...withBytes(requests, cells[c]!, { gets, hits, evictions: 0, bytesRequested, bytesMissed }),
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
      return cells.map((cell, c) => withBytes(requests, cell, { gets, bytesRequested, ...counts[c]! }));
    },
  };
}

function replayer(requests: Requests, cell: MrcCell): Walker {
  const run = flatRun(requests, cell);
  return {
    clairvoyant: run.cache.nextAccess !== null,
    replay: (batch, next) => run.replay(batch, next),
    rows: () => [withBytes(requests, cell, run)],
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

type Measured = CellCounts & Pick<FlatRun, 'bytesRequested' | 'bytesMissed'>;

function withBytes({ bytes }: Requests, cell: MrcCell, counts: Measured): MrcRow {
  const byteMissRatio = counts.bytesMissed / Math.max(1, counts.bytesRequested);
  return { ...rowOf(cell, counts), ...(bytes !== null && { byteMissRatio }) };
}
