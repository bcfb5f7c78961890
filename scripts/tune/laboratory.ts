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

/** Has a crew measure what the journal does not know, and writes it down. */
export function laboratoryWith({ crew, journal, deadline, onCell }: Equipment): Laboratory {
  return {
    outOfTime: () => deadline !== null && performance.now() > deadline,
    async measure(cells: readonly Cell[]): Promise<readonly (readonly Measures[])[]> {
      const fresh = cells.filter(cell => journal.find(cell) === undefined);
      for (let known = fresh.length; known < cells.length; known++) onCell();
      await crew.perform(fresh, (measures, index) => {
        journal.note(fresh[index]!, measures);
        onCell();
      });
      return cells.map(cell => journal.find(cell)!);
    },
  };
}
