import type { AblateDocument, AblationStep } from '../../engine/documents/ablate.ts';
import { moreIsBetter } from '../../engine/documents/compare.ts';
import { ablateFinding, movingSteps, ordersNote, precisionOf, sayBareChange, stepName } from '../words/ablation.ts';
import { basis } from '../words/basis.ts';
import { isRatio, sayMetric } from '../words/metric-words.ts';
import { plural } from '../words/numbers.ts';
import { cut, joinedBlocks, plainSpaces, printable, wrapped } from './lines.ts';
import { type Paint, type SummaryOptions, unpainted } from './paint.ts';
import { waterfallBar } from './waterfall-bar.ts';

const LONGEST_NAME = 30;
const SHORTEST_BAR = 8;

/** An ablation in 80 columns: the ends, and between them a bar for what each choice changes. No line break at its end. */
export function summarizeAblate(document: AblateDocument, options: SummaryOptions = {}): string {
  const { paint = unpainted, width = 80, reportPath } = options;
  const { timing, workload, digest } = document;
  const title = cut(printable(timing.title ?? workload.spec), width);
  const facts = `${basis(document, document.seed)} · ${plural(workload.keys, 'key')} · digest ${digest.slice(0, 8)}`;
  const line = `${title} · ${facts}`;
  const indented = (text: string) => wrapped(plainSpaces(printable(text)), width - 2).map(each => `  ${each}`);
  const idle = document.steps.filter(each => each.amount === 0).map(each => each.axis);
  const blocks = [
    line.length <= width ? [`${paint('bold', title)} · ${facts}`] : [paint('bold', title), facts],
    indented(ablateFinding(document)),
    table(document, width, paint),
    idle.length === 0 ? [] : indented(`without effect: ${idle.join(', ')}`),
    indented(`${ordersNote(document)}; first, last: as the first and the last choice`).map(each => paint('dim', each)),
    reportPath === undefined ? [] : [`  report   ${reportPath}`],
  ];
  return joinedBlocks(blocks);
}

function table(document: AblateDocument, width: number, paint: Paint): string[] {
  const { from, to, metric } = document;
  const steps = movingSteps(document);
  const precision = precisionOf(document);
  const say = (change: number) => plainSpaces(sayBareChange(change, document, precision));
  const sayEnd = (value: number) => plainSpaces(sayMetric(metric, value, precision));
  const unit = isRatio(metric) ? ', points' : metric.startsWith('latency') ? ', ms' : '';
  const name = (step: AblationStep) => cut(printable(stepName(step)), LONGEST_NAME);
  const rows = [
    [cut(printable(from.name), LONGEST_NAME), sayEnd(from.mean), '', ''],
    ...steps.map(step => [name(step), say(step.mean), say(step.first), say(step.last)]),
    [cut(printable(to.name), LONGEST_NAME), sayEnd(to.mean), '', ''],
  ];
  const headings = ['', `average${unit}`, 'first', 'last'];
  const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map(row => row[i]!.length)));
  const text = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  const room = Math.max(SHORTEST_BAR, width - widths.reduce((sum, each) => sum + each + 2, 2) - 1);
  let at = from.mean;
  const stops = steps.map(step => {
    const start = at;
    at += step.mean;
    return [start, at] as const;
  });
  const all = [[0, from.mean] as const, ...stops, [0, to.mean] as const];
  const most = Math.max(...all.flat()) || 1;
  return [
    paint('dim', `  ${text(headings)}`),
    ...rows.map((row, i) => {
      const [start, end] = all[i]!;
      const isEnd = i === 0 || i === rows.length - 1;
      const style = isEnd ? 'gray' : end > start === moreIsBetter(metric) ? 'green' : 'red';
      return `  ${text(row)}  ${paint(style, waterfallBar(start / most, end / most, room))}`.trimEnd();
    }),
  ];
}
