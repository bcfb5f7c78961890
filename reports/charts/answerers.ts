import type { SimDocument } from '../../engine/documents/sim.ts';
import { levelColour, ORIGIN_COLOUR, partitionColour } from './palette.ts';
import { shortName } from './short-name.ts';

/** A place that answers requests: a partition, a level or the origin. */
export interface Answerer {
  readonly name: string;
  /** The name as charts have room for it. */
  readonly label: string;
  readonly kind: 'partition' | 'level' | 'origin';
  readonly colour: string;
  /** Requests answered here. */
  readonly answered: number;
}

/** In the order of `answeredBy`, the columns of the series and of the latency histogram. */
export function answerersOf({
  answeredBy,
  partitions,
  levels,
  totals,
}: Pick<SimDocument, 'answeredBy' | 'partitions' | 'levels' | 'totals'>): Answerer[] {
  const known = new Map<string, Answerer>();
  levels.forEach(({ name, hits }, i) => {
    known.set(name, { name, label: labelOf(name), kind: 'level', colour: levelColour(i), answered: hits });
  });
  partitions.forEach(({ name, hits }, i) => {
    known.set(name, { name, label: labelOf(name), kind: 'partition', colour: partitionColour(i), answered: hits });
  });
  return answeredBy.map(
    name =>
      known.get(name) ?? { name, label: labelOf(name), kind: 'origin', colour: ORIGIN_COLOUR, answered: totals.misses },
  );
}

function labelOf(name: string): string {
  return shortName(name, 12);
}
