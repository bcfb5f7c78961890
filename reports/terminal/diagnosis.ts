import type { Diagnosis } from '../../engine/documents/diagnosis.ts';
import { beside, MISS_CAUSES } from '../words/diagnosis-finding.ts';
import { compactCount, percent } from '../words/numbers.ts';
import { barTable } from './bar-table.ts';
import { cut, plainSpaces, printable, wrapped } from './lines.ts';
import type { Paint } from './paint.ts';

const MOST_KEYS = 5;
const LONGEST_KEY = 30;

/** Misses by cause with bars, what stands beside them, and the keys with the most of them. */
export function diagnosisLines(diagnosis: Diagnosis | undefined, width: number, paint: Paint): string[] {
  if (!diagnosis || diagnosis.misses === 0) return [];
  const { misses, causes, keys, types = [] } = diagnosis;
  const most = Math.max(...MISS_CAUSES.map(([cause]) => causes[cause]));
  const rows = MISS_CAUSES.map(([cause, name]) => ({
    cells: [name, compactCount(causes[cause]), percent(causes[cause] / misses, misses)],
    share: most === 0 ? 0 : causes[cause] / most,
  }));
  const named = (list: Diagnosis['keys']) =>
    list
      .map(
        each =>
          `${cut(printable(each.name), LONGEST_KEY)} (${compactCount(each.misses)} of ${compactCount(each.requests)})`,
      )
      .join(', ');
  const facts = [
    ...beside(diagnosis),
    `keys that miss most: ${named(keys.slice(0, MOST_KEYS))}`,
    ...(types.length > 0 ? [`misses by data type: ${named(types)}`] : []),
  ];
  return [
    ...barTable(['why requests miss', 'misses', 'of misses'], rows, width, paint, 'gray'),
    ...facts.flatMap(fact =>
      wrapped(plainSpaces(fact), width - 4).map((line, i) => `${i === 0 ? '  · ' : '    '}${line}`),
    ),
  ];
}
