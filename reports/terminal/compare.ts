import type { CompareDocument } from '../../engine/documents/compare.ts';
import { compareFinding, workloadFinding } from '../words/compare-finding.ts';
import { type Comparison, comparisonsOf } from '../words/comparison.ts';
import { METRIC_NAMES, sayMetric } from '../words/metric-words.ts';
import { plural } from '../words/numbers.ts';
import { differenceTable, nameOf } from './difference-table.ts';
import { cut, joinedBlocks, plainSpaces, printable, wrapped } from './lines.ts';
import { type Paint, type SummaryOptions, unpainted } from './paint.ts';

const COLUMNS = ['hitRatio', 'byteHitRatio', 'latencyMeanMs', 'latencyP99Ms', 'originFetches', 'memory'] as const;

/** A comparison in 80 columns: who is best, the means, and what of the differences is real. No line break at its end. */
export function summarizeCompare(document: CompareDocument, options: SummaryOptions = {}): string {
  const { paint = unpainted, width = 80, reportPath } = options;
  const comparisons = comparisonsOf(document);
  const several = comparisons.length > 1;
  const blocks = [
    ...(several
      ? [[paint('bold', `${plural(comparisons.length, 'workload')} · digest ${document.digest.slice(0, 8)}`)]]
      : []),
    ...(several ? [indented(compareFinding(document), width)] : []),
    ...comparisons.flatMap(each => [
      headLines(each, document, several, width, paint),
      indented(workloadFinding(each), width),
      means(each, paint),
      differenceTable(each, width, paint),
    ]),
    reportPath === undefined ? [] : [`  report   ${reportPath}`],
  ];
  return joinedBlocks(blocks);
}

function headLines(
  { workload, title, variants }: Comparison,
  { seed, digest }: CompareDocument,
  several: boolean,
  width: number,
  paint: Paint,
): string[] {
  const { samples, count, counted, keys } = workload;
  const repeated = samples === 'seeds' ? `seeds ${seed} to ${seed + count - 1}` : plural(count, 'block');
  const facts = [plural(counted, 'request'), plural(keys, 'key'), repeated, plural(variants.length, 'variant')];
  if (!several) facts.push(`digest ${digest.slice(0, 8)}`);
  const name = cut(printable(title), width);
  const line = `${name} · ${facts.join(' · ')}`;
  if (line.length <= width) return [`${paint('bold', name)} · ${facts.join(' · ')}`];
  return [paint('bold', name), ...wrapped(plainSpaces(facts.join(' · ')), width)];
}

/** Variants down, metrics across. */
function means({ variants, precision }: Comparison, paint: Paint): string[] {
  const columns = COLUMNS.filter(metric => variants.every(each => each.metrics[metric]));
  const headings = [
    'variant',
    ...columns.map(metric => METRIC_NAMES[metric].replace(' latency', '').replace('origin ', '')),
  ];
  const rows = variants.map(({ name, metrics }) => [
    nameOf(name),
    ...columns.map(metric => sayMetric(metric, metrics[metric]!.mean, precision)),
  ]);
  const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map(row => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return [paint('dim', `  ${line(headings)}`), ...rows.map(row => `  ${line(row)}`)];
}

function indented(text: string, width: number): string[] {
  return wrapped(plainSpaces(printable(text)), width - 2).map(line => `  ${line}`);
}
