import { type Cell, type CellRequests, measureCell } from '../experiments/tune/cell.ts';
import type { Measures } from '../experiments/tune/measures.ts';
import type { Pulse } from '../pulse.ts';
import { requestsOf } from './drawn.ts';
import type { WorkloadSource } from './replication.ts';

/** What cells are measured on: the requests at hand, and where those of other seeds come from. */
export interface CellsShared extends CellRequests {
  readonly source: WorkloadSource;
}

/** Measures one cell. */
export function runCellTask({ source, ...at }: CellsShared, cell: Cell, pulse: Pulse): Measures[] {
  const { on } = cell;
  const measures = measureCell(on.kind === 'seed' ? { ...at, requests: requestsOf(source, on.seed) } : at, cell);
  pulse.beat();
  return measures;
}
