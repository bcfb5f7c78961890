import type { SimDocument } from '../../engine/documents/sim.ts';
import type { Suggestion } from '../../engine/documents/suggestion.ts';
import { effectLines, evidenceWords } from '../words/effect.ts';
import { fetchesFinding, staleFinding } from '../words/fetches-finding.ts';
import { seedsOf, titleOf } from '../words/headline.ts';
import { bareMilliseconds, milliseconds, percent, plural } from '../words/numbers.ts';
import { predictionFinding } from '../words/prediction-finding.ts';
import { diagnosisLines } from './diagnosis.ts';
import { levelTable } from './level-table.ts';
import { cut, joinedBlocks, plainSpaces, printable, wrapped } from './lines.ts';
import { type Paint, type SummaryOptions, unpainted } from './paint.ts';

const MOST_SUGGESTIONS = 3;

/** The result of a simulation in 80 columns: headline, a table of levels with bars, the top suggestions. No line break at its end. */
export function summarizeSim(document: SimDocument, options: SummaryOptions = {}): string {
  const { paint = unpainted, width = 80, reportPath } = options;
  const failed = document.checks.filter(check => !check.holds);
  const blocks = [
    headLines(document, width, paint),
    headline(document, paint),
    levelTable(document, width, paint),
    prediction(document, width),
    diagnosisLines(document.diagnosis, width, paint),
    failed.map(({ law }) => paint('red', `  the accounting does not balance: ${printable(law)}`)),
    suggestions(document, width, paint),
    observations(document, width),
    reportPath === undefined ? [] : [`  report   ${reportPath}`],
  ];
  return joinedBlocks(blocks);
}

/** What was simulated; a long title takes a line of its own. */
function headLines(document: SimDocument, width: number, paint: Paint): string[] {
  const { totals, workload, configuration } = document;
  const facts = `${plural(totals.requests, 'request')} · ${plural(workload.keys, 'key')} · ${seedsOf(document)} · preset ${configuration.preset}`;
  const title = cut(printable(titleOf(document)), width);
  const line = `${title} · ${facts}`;
  if (line.length <= width) return [`${paint('bold', title)} · ${facts}`];
  return [paint('bold', title), ...wrapped(plainSpaces(facts), width)];
}

function headline({ totals, baseline, latencyMs, digest }: SimDocument, paint: Paint): string[] {
  const { requests } = totals;
  const hits = percent(totals.hitRatio, requests);
  const flat = percent(baseline.hitRatio, requests);
  const name = `digest ${digest.slice(0, 8)}`;
  const percentiles = `p50 ${bareMilliseconds(latencyMs.p50)}   p99 ${bareMilliseconds(latencyMs.p99)}   p99.9 ${bareMilliseconds(latencyMs.p999)}`;
  const fetches = fetchesFinding(totals);
  const stale = staleFinding(totals);
  return [
    `  hit ratio   ${paint('bold', hits)}   flat LRU ${flat}   ${paint('dim', name)}`,
    `  latency     mean ${paint('bold', milliseconds(latencyMs.mean))}   flat LRU ${milliseconds(baseline.latencyMs.mean)}   ${percentiles}`,
    ...(fetches === null ? [] : [`  fetches     ${fetches}`]),
    ...(stale === null ? [] : [`  stale       ${stale}`]),
  ];
}

/** What fetching ahead was good for, where somebody did. */
function prediction({ prediction: result, latencyMs }: SimDocument, width: number): string[] {
  if (!result) return [];
  const name = '  prediction  ';
  const lines = wrapped(plainSpaces(predictionFinding({ prediction: result, latencyMs })), width - name.length);
  return lines.map((line, i) => (i === 0 ? name : ' '.repeat(name.length)) + line);
}

function suggestions(document: SimDocument, width: number, paint: Paint): string[] {
  const shown = document.suggestions.slice(0, MOST_SUGGESTIONS);
  if (shown.length === 0) return [];
  const behind = plainSpaces(evidenceWords(shown[0]!.effect.evidence));
  return [
    '  suggestions (each was re-run on this workload before it is shown;',
    `  brackets are 95 % intervals over ${behind})`,
    ...shown.flatMap((suggestion, i) => suggestionLines(suggestion, i + 1, document, width, paint)),
  ];
}

function suggestionLines(
  { title, effect, command }: Suggestion,
  rank: number,
  { configuration, totals }: SimDocument,
  width: number,
  paint: Paint,
): string[] {
  const measured = effectLines(effect, configuration.unit, totals.requests)
    .filter(({ name, change }) => change !== 'unchanged' || name === 'hit ratio' || name === 'mean latency')
    .map(({ name, change, interval }) => `${name} ${change}${interval === null ? '' : ` [${interval}]`}`);
  const indented = wrapped(plainSpaces(measured.join(', ')), width - 5).map(line => `     ${line}`);
  const lines = [`  ${rank}  ${paint('bold', cut(printable(title), width - 5))}`, ...indented];
  // A command is never broken: it is there to be copied.
  return command === null ? lines : [...lines, `     ${paint('dim', printable(command))}`];
}

function observations(document: SimDocument, width: number): string[] {
  return document.observations.flatMap(({ title, reason }) => {
    const [first, ...rest] = wrapped(`${printable(title)}: ${printable(reason)}`, width - 5);
    return [`  ·  ${first}`, ...rest.map(line => `     ${line}`)];
  });
}
