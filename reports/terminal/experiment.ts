import type { CompareDocument } from '../../engine/documents/compare.ts';
import type { Condition, ExperimentDocument } from '../../engine/documents/experiment.ts';
import { compareFinding } from '../words/compare-finding.ts';
import { type Comparison, comparisonsOf, leadersOf } from '../words/comparison.ts';
import { sayDifference, sayMetric } from '../words/metric-words.ts';
import { plural } from '../words/numbers.ts';
import { nameOf } from './difference-table.ts';
import { cut, joinedBlocks, plainSpaces, printable, wrapped } from './lines.ts';
import { type Paint, type SummaryOptions, unpainted } from './paint.ts';

const GAP = '  ';

/** Columns beside the variant's name; each is told beside the first variant. */
const METRICS = [
  ['hitRatio', 'hit ratio'],
  ['latencyMeanMs', 'mean'],
] as const;

/**
 * An experiment in 80 columns: for each workload a table of sizes and variants, each set beside the first variant. A star stands with
 * the best of each condition, and with those that are not really worse. No line break at its end.
 * @param comparison the same document, told as a comparison of conditions
 */
export function summarizeExperiment(
  { conditions, cells, digest, timing }: ExperimentDocument,
  comparison: CompareDocument,
  { paint = unpainted, width = 80, reportPath }: SummaryOptions = {},
): string {
  const comparisons = comparisonsOf(comparison);
  const variants = comparisons[0]!.variants;
  const facts = [
    plural(conditions.length, 'condition'),
    plural(variants.length, 'variant'),
    `${plural(cells.length, 'run')}${timing.cellsReused > 0 ? `, ${timing.cellsReused} kept` : ''}`,
    `digest ${digest.slice(0, 8)}`,
  ];
  const title = paint('bold', cut(printable(timing.title ?? 'experiment'), width));
  const specs = [...new Set(conditions.map(each => each.spec))];
  const blocks = [
    [title, ...wrapped(plainSpaces(facts.join(' · ')), width)],
    variants.length > 1
      ? indented(
          compareFinding(comparison, conditions.some(each => each.size !== undefined) ? 'condition' : 'workload'),
          width,
        )
      : [],
    ...specs.map(spec => {
      const places = [...conditions.keys()].filter(c => conditions[c]!.spec === spec);
      return ofWorkload(
        places.map(c => conditions[c]!),
        places.map(c => comparisons[c]!),
        paint,
        width,
      );
    }),
    variants.length > 1
      ? wrapped(`* best here, or not really worse; differences are from ${nameOf(variants[0]!.name)}`, width - 2).map(
          line => paint('dim', `  ${line}`),
        )
      : [],
    reportPath === undefined ? [] : [`  report   ${reportPath}`],
  ];
  return joinedBlocks(blocks);
}

/** One workload: its sizes and variants down, metrics across. */
function ofWorkload(
  conditions: readonly Condition[],
  comparisons: readonly Comparison[],
  paint: Paint,
  width: number,
): string[] {
  const [{ counted, keys, samples, count, size }] = conditions as [Condition];
  const repeated = plural(count, samples === 'seeds' ? 'seed' : 'block');
  const title = comparisons[0]!.title.replace(size === undefined ? '' : `${size} · `, '');
  const facts = [plural(counted, 'request'), plural(keys, 'key'), repeated].join(' · ');
  const several = comparisons[0]!.variants.length > 1;
  const headings = [
    ...(size === undefined ? [] : ['size']),
    'variant',
    ...METRICS.flatMap(([, heading]) => [heading, ...(several ? [''] : [])]),
    'p99',
  ];
  const rows = comparisons.flatMap((comparison, c) => rowsOf(comparison, conditions[c]!.size, several));
  const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map(row => row[i]!.length)));
  const left = size === undefined ? 1 : 2;
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i < left ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(GAP);
  return [
    paint('bold', cut(printable(title), width)),
    ...wrapped(plainSpaces(facts), width),
    '',
    paint('dim', `  ${line(headings)}`),
    ...rows.map(row => `  ${line(row)}`.trimEnd()),
  ];
}

function rowsOf(comparison: Comparison, size: string | undefined, several: boolean): string[][] {
  const { variants, precision, differences } = comparison;
  const [first] = variants;
  const leaders = METRICS.map(([metric]) => new Set(leadersOf(comparison, metric).map(each => each.name)));
  return variants.map(({ name, metrics }, v) => [
    ...(size === undefined ? [] : [v === 0 ? size : '']),
    nameOf(name),
    ...METRICS.flatMap(([metric], m) => {
      const { mean } = metrics[metric]!;
      const found = differences.find(each => each.metric === metric && each.a === first!.name && each.b === name);
      const star = several && leaders[m]!.has(name) ? ' *' : several ? '  ' : '';
      const value = `${sayMetric(metric, mean, precision)}${star}`;
      if (!several) return [value];
      return [value, found ? sayDifference(metric, found.mean, first!.metrics[metric]!.mean, precision) : ''];
    }),
    sayMetric('latencyP99Ms', metrics.latencyP99Ms!.mean, precision),
  ]);
}

function indented(text: string, width: number): string[] {
  return wrapped(plainSpaces(printable(text)), width - 2).map(line => `  ${line}`);
}
