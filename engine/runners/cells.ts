import type { Requests } from '../../workloads/requests.ts';
import { type Cell, type CellRequests, measureCell } from '../experiments/tune/cell.ts';
import type { Measures } from '../experiments/tune/measures.ts';
import type { Pulse } from '../pulse.ts';
import { generate } from './generate.ts';
import type { WorkloadSource } from './replication.ts';

/** What cells are measured on: the requests at hand, and where those of other seeds come from. */
export interface CellsShared extends CellRequests {
  readonly source: WorkloadSource;
}

/** The requests of the other seed that was asked for last: several configurations are replayed on them. */
let other: { readonly seed: number; readonly requests: Requests } | null = null;

/** Measures one cell. */
export function runCellTask({ source, ...at }: CellsShared, cell: Cell, pulse: Pulse): Measures[] {
  const { on } = cell;
  const measures = measureCell(on.kind === 'seed' ? { ...at, requests: requestsOf(source, on.seed) } : at, cell);
  pulse.beat();
  return measures;
}

function requestsOf(source: WorkloadSource, seed: number): Requests {
  if (source.kind === 'recorded') return source.requests;
  if (other?.seed !== seed) {
    other?.requests.batches.close?.();
    other = { seed, requests: generate(source.spec, source.gets, seed) };
  }
  return other.requests;
}
