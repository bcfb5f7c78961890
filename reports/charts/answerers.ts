import type { SimDocument } from '../../engine/documents/sim.ts';
import { levelColour, ORIGIN_COLOUR, partitionColour, STALE_COLOUR } from './palette.ts';
import { shortName } from './short-name.ts';

/** Stands for expired entries that were answered all the same. */
const STALE = 'stale';

/** Who answers requests: a partition, a level, any of them by an entry that had expired, or the origin. */
export interface Answerer {
  readonly name: string;
  /** The name as charts have room for it. */
  readonly label: string;
  readonly kind: 'partition' | 'level' | 'stale' | 'origin';
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
  known.set(STALE, {
    name: STALE,
    label: STALE,
    kind: 'stale',
    colour: STALE_COLOUR,
    answered: totals.staleAnswers ?? 0,
  });
  return answeredBy.map(
    name =>
      known.get(name) ?? { name, label: labelOf(name), kind: 'origin', colour: ORIGIN_COLOUR, answered: totals.misses },
  );
}

/** Where entries may lie: all that answer but for those that only say how. */
export function placesOf({ answeredBy }: Pick<SimDocument, 'answeredBy'>): string[] {
  return answeredBy.filter(name => name !== STALE && name !== 'origin');
}

function labelOf(name: string): string {
  return shortName(name, 12);
}
