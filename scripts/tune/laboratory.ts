import type { Cell } from '../../engine/experiments/tune/cell.ts';
import type { Measures } from '../../engine/experiments/tune/measures.ts';
import type { Laboratory } from '../../engine/experiments/tune/trials.ts';
import type { Crew } from '../../engine/runners/crew.ts';
import type { Journal } from './journal.ts';

/** What a laboratory works with. */
export interface Equipment {
  readonly crew: Crew<'cells'>;
  readonly journal: Journal;
  /** Milliseconds of `performance.now` after which no search goes on; null for never. */
  readonly deadline: number | null;
  onCell(): void;
}

/** A laboratory that knows how fast it was. */
export interface TimedLaboratory extends Laboratory {
  /** Gets replayed a second, by all threads together. */
  requestsPerSecond(): number;
}

/** Has a crew measure what the journal does not know, and writes it down. */
export function laboratoryWith({ crew, journal, deadline, onCell }: Equipment): TimedLaboratory {
  let requests = 0;
  let milliseconds = 0;
  return {
    requestsPerSecond: () => (milliseconds === 0 ? 0 : (1e3 * requests) / milliseconds),
    outOfTime: () => deadline !== null && performance.now() > deadline,
    async measure(cells: readonly Cell[]): Promise<readonly (readonly Measures[])[]> {
      const fresh = cells.filter(cell => journal.find(cell) === undefined);
      for (let known = fresh.length; known < cells.length; known++) onCell();
      const start = performance.now();
      await crew.perform(fresh, (measures, index) => {
        requests += measures.reduce((sum, each) => sum + each.requests, 0);
        journal.note(fresh[index]!, measures);
        onCell();
      });
      milliseconds += performance.now() - start;
      return cells.map(cell => journal.find(cell)!);
    },
  };
}
