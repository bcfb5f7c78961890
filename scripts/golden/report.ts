import { wrap } from '../text/columns.ts';
import type { Comparison } from './compare.ts';
import type { GoldenNumbers } from './golden-numbers.ts';
import type { Verdict } from './verdict.ts';

/** How many golden rows bind, by outcome. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

export function totals(comparisons: readonly Comparison[]): Totals {
  const points = comparisons.reduce((sum, { curve }) => sum + curve.points.filter(binds).length, 0);
  const verdicts = comparisons.flatMap(each => each.verdicts);
  const passed = verdicts.filter(each => binds(each.point) && each.agrees).length;
  return { passed, failed: points - passed };
}

/** A line for each policy and trace, by trace; below it what does not agree. */
export function reportComparisons(comparisons: readonly Comparison[]): string[] {
  const place = ({ curve }: Comparison) => `${curve.file} ${curve.trace} ${curve.unit} ${curve.name}`;
  const sorted = comparisons.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  return sorted.flatMap(comparison => [
    [
      status(comparison).padEnd(8),
      specOf(comparison).padEnd(40),
      comparison.curve.trace.padEnd(24),
      comparison.curve.unit.padEnd(8),
      outcome(comparison),
    ].join(' '),
    ...details(comparison).map(each => `           ${each}`),
  ]);
}

/** What is not compared, and what may differ. */
export function reportExceptions(numbers: GoldenNumbers, comparisons: readonly Comparison[]): string[] {
  const { missingSpecs, leftOut } = numbers;
  const loose = comparisons.flatMap(each => each.verdicts).filter(each => !binds(each.point));
  const reasons = [...new Set(loose.map(each => each.point.whyNotBinding))];
  const lines = [
    ...(missingSpecs.length === 0 ? [] : [`not in this version: ${missingSpecs.join(', ')}`]),
    ...[...leftOut].map(([reason, rows]) => `left out: ${count(rows, 'row')}, because ${reason}`),
    ...reasons.map(reason => {
      const rows = loose.filter(each => each.point.whyNotBinding === reason);
      const outside = rows.filter(each => !each.agrees).length;
      return `not binding: ${count(rows.length, 'row')}, ${outside} of them outside the tolerance, because ${reason}`;
    }),
  ];
  return lines.map(line => wrap(line, 2));
}

/** `lru behind tinylfu` */
function specOf({ curve: { spec, admission } }: Comparison): string {
  return admission === null ? spec : `${spec} behind ${admission}`;
}

function binds(point: Verdict['point']): boolean {
  return point.whyNotBinding === null;
}

function status({ curve, failure, verdicts }: Comparison): string {
  if (failure !== null) return 'FAILED';
  if (verdicts.some(each => binds(each.point) && !each.agrees)) return 'UNEQUAL';
  if (!verdicts.some(each => binds(each.point))) return '-';
  return curve.tolerance === 0 ? 'equal' : 'near';
}

function outcome({ curve: { file, name, tolerance, points }, verdicts }: Comparison): string {
  const binding = verdicts.filter(each => binds(each.point));
  const furthest = Math.max(...binding.map(each => each.distance)).toFixed(2);
  const loose = points.filter(each => !binds(each)).length;
  return [
    `${binding.filter(each => each.agrees).length} of ${points.length - loose}`,
    ...(tolerance === 0 || binding.length === 0 ? [] : [`at most ${furthest} points apart, ${tolerance} allowed`]),
    ...(loose === 0 ? [] : [`${loose} not binding`]),
    `${file}: ${name}`,
  ].join('; ');
}

function details({ curve, verdicts, failure, command }: Comparison): string[] {
  if (failure !== null) return [...failure.trim().split('\n'), command];
  const unequal = verdicts.filter(each => !each.agrees);
  return [
    ...unequal.map(
      ({ point, text }) => `at ${point.capacity} ${curve.unit}: ${text}${binds(point) ? '' : ' (not binding)'}`,
    ),
    ...(unequal.some(each => binds(each.point)) ? [command] : []),
  ];
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
