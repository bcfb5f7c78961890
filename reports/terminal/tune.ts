import type { TuneDocument } from '../../engine/documents/tune.ts';
import { capacity, percent, plural } from '../words/numbers.ts';
import {
  chosenText,
  overfittingFinding,
  paidWith,
  searchSubject,
  singleFinding,
  tuneEvidence,
  tuneFinding,
} from '../words/tune-finding.ts';
import { compared, fetches, money, rowName } from '../words/tune-words.ts';
import { cut, joinedBlocks, plainSpaces, printable, wrapped } from './lines.ts';
import { type Paint, type SummaryOptions, unpainted } from './paint.ts';

export interface TuneSummaryOptions extends SummaryOptions {
  /** Where the chosen configuration is. */
  readonly configPath?: string;
}

/** The result of a tuning in 80 columns: the finding, the table on unseen requests, what was chosen and how to run it. */
export function summarizeTune(document: TuneDocument, options: TuneSummaryOptions = {}): string {
  const { paint = unpainted, width = 80, reportPath, configPath } = options;
  const { workload, timing, seed, digest, chosen, command } = document;
  const facts = `${plural(workload.requests, 'request')} · ${plural(workload.keys, 'key')} · seed ${seed} · digest ${digest.slice(0, 8)}`;
  const title = cut(printable(timing.title ?? workload.spec), width);
  const head =
    `${title} · ${facts}`.length <= width ? [`${paint('bold', title)} · ${facts}`] : [paint('bold', title), facts];
  const text = (sentence: string) => wrapped(plainSpaces(printable(sentence)), width - 2).map(line => `  ${line}`);
  const asides = [paidWith(document), singleFinding(document), overfittingFinding(document)];
  const blocks = [
    head,
    [...text(tuneFinding(document)).map(line => paint('bold', line)), ...text(tuneEvidence(document))],
    table(document, paint),
    asides.flatMap(aside => (aside === null ? [] : text(`${aside}.`))),
    text(searchSubject(document)),
    [
      ...text(`${chosen === 'tuned' ? 'chosen' : 'the default'}: ${chosenText(document)}`),
      // A command is never broken: it is there to be copied.
      `  ${paint('dim', printable(command))}`,
    ],
    [
      ...(configPath === undefined ? [] : [`  config   ${configPath}`]),
      ...(reportPath === undefined ? [] : [`  report   ${reportPath}`]),
    ],
  ];
  return joinedBlocks(blocks);
}

function table({ validation, budget, chosen, objective }: TuneDocument, paint: Paint): string[] {
  const { rows, requests } = validation;
  const memory = (row: (typeof rows)[number]) =>
    budget.cost !== null ? money(row.cost) : capacity(row.capacity, budget.unit);
  const lines = rows.map(row => {
    const { latencyMeanMs, latencyP99Ms, hitRatio, fetchesPerRequest } = row.metrics;
    return [
      rowName(row),
      compared(latencyMeanMs.mean),
      compared(latencyP99Ms.mean),
      percent(hitRatio.mean, requests),
      fetches(fetchesPerRequest.mean, requests),
      memory(row),
      ...(objective === 'cost' ? [money(row.metrics.objective.mean)] : []),
    ].map(plainSpaces);
  });
  const headings = [
    'unseen requests',
    'mean',
    'p99',
    'hit ratio',
    'fetches',
    // With prices, memory is what it costs; together with the fetches, where that is the objective.
    budget.cost !== null ? 'memory' : budget.unit,
    ...(objective === 'cost' ? ['in all'] : []),
  ];
  const widths = headings.map((heading, i) => Math.max(heading.length, ...lines.map(cells => cells[i]!.length)));
  const align = (cells: readonly string[]) =>
    `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')}`;
  return [
    paint('dim', align(headings)),
    ...lines.map((cells, i) => (rows[i]!.name === chosen ? paint('bold', align(cells)) : align(cells))),
  ];
}
