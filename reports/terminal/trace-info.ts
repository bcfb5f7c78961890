import type { TraceInfoDocument } from '../../engine/documents/trace-info.ts';
import { capacity, count, percent, perSecond, plural, span } from '../words/numbers.ts';
import { traceFinding } from '../words/trace-finding.ts';
import { barTable } from './bar-table.ts';
import { cut, joinedBlocks, plainSpaces, printable, wrapped } from './lines.ts';
import { type Paint, type SummaryOptions, unpainted } from './paint.ts';

const LABEL = 13;
const MOST_PHASES = 6;

/** What a workload holds, in 80 columns: facts, then popularity, reuse, sizes and the working set with bars. */
export function summarizeTraceInfo(document: TraceInfoDocument, options: SummaryOptions = {}): string {
  const { paint = unpainted, width = 80 } = options;
  const blocks = [
    headLines(document, width, paint),
    wrapped(plainSpaces(traceFinding(document)), width - 2).map(line => `  ${line}`),
    facts(document, width, paint),
    popularity(document, width, paint),
    reuse(document, width, paint),
    workingSet(document, width, paint),
  ];
  return joinedBlocks(blocks);
}

/** What was looked at; a long title takes a line of its own. */
function headLines({ workload, timing, digest }: TraceInfoDocument, width: number, paint: Paint): string[] {
  const title = cut(printable(timing.title ?? workload.spec), width);
  const rest = `${plural(workload.requests, 'request')} · ${plural(workload.keys, 'key')} · digest ${digest.slice(0, 8)}`;
  return `${title} · ${rest}`.length <= width ? [`${paint('bold', title)} · ${rest}`] : [paint('bold', title), rest];
}

/** A line for each thing that the records say. */
function facts(document: TraceInfoDocument, width: number, paint: Paint): string[] {
  const { workload, time, sizes, operations, types, priorities, ttl, clients, phases } = document;
  const lines: (readonly [label: string, text: string])[] = [];
  const all = workload.operations;
  const mix = (shares: TraceInfoDocument['types']) =>
    shares.map(({ name, operations: some }) => `${name} ${percent(some / all, all)}`).join(', ');
  if (time) {
    const seconds = time.to - time.from;
    const back = time.stepsBack === 0 ? '' : `; the clock steps back ${plural(time.stepsBack, 'time')}`;
    lines.push(['time', `${span(seconds)}${seconds > 0 ? `, ${perSecond(all / seconds)}` : ''}${back}`]);
  }
  if (operations.length > 1) lines.push(['operations', mix(operations)]);
  if (types.length > 0) lines.push(['types', mix(types)]);
  if (priorities.length > 0) lines.push(['priorities', mix(priorities)]);
  if (ttl)
    lines.push([
      'ttl',
      `${span(ttl.min)} to ${span(ttl.max)}, median ${span(ttl.p50)}, of ${percent(ttl.operations / all, all)} of the records`,
    ]);
  if (clients > 0) lines.push(['clients', count(clients)]);
  if (sizes) {
    const changes = sizes.changes === 0 ? '' : `; ${plural(sizes.changes, 'record')} change a size`;
    lines.push([
      'bytes',
      `${capacity(sizes.bytesRequested, 'bytes')} asked for, ${capacity(workload.bytes ?? 0, 'bytes')} in all keys${changes}`,
    ]);
    lines.push(['key size', sizeText(sizes.keys)]);
    if (sizes.requests) lines.push(['request size', sizeText(sizes.requests)]);
  }
  if (phases.length > 0) {
    const more = phases.length > MOST_PHASES ? `, and ${count(phases.length - MOST_PHASES)} more` : '';
    const shown = phases.slice(0, MOST_PHASES).map(({ at, label }) => `${printable(label)} at ${count(at)}`);
    lines.push(['phases', `${shown.join(', ')}${more}`]);
  }
  return lines.flatMap(([label, text]) => {
    const [first = '', ...rest] = wrapped(plainSpaces(text), width - 2 - LABEL);
    const margin = ' '.repeat(2 + LABEL);
    return [`  ${paint('dim', label.padEnd(LABEL))}${first}`, ...rest.map(line => `${margin}${line}`)];
  });
}

function sizeText({ min, p50, mean, p99, max }: NonNullable<TraceInfoDocument['sizes']>['keys']): string {
  const bytes = (value: number) => capacity(value, 'bytes');
  return `${bytes(min)} to ${bytes(max)}, median ${bytes(p50)}, mean ${bytes(mean)}, p99 ${bytes(p99)}`;
}

function popularity({ workload, popularity: found }: TraceInfoDocument, width: number, paint: Paint): string[] {
  const { requests } = workload;
  const { keys, top, oneHitWonders, zipf } = found;
  const rows = top.map(row => {
    const share = row.requests / requests;
    return { cells: [plural(row.keys, 'key'), percent(row.keys / keys, keys), percent(share, requests)], share };
  });
  const wonders = `one-hit wonders: ${percent(oneHitWonders / keys, keys)} of the keys, ${percent(oneHitWonders / requests, requests)} of the requests`;
  const law = zipf
    ? `; Zipf exponent ${zipf.exponent.toFixed(2)} (R² ${zipf.rSquared.toFixed(2)}, least squares on log–log, ranks 1 to ${count(zipf.toRank)})`
    : '';
  return [
    ...barTable(['most popular', 'of keys', 'of requests'], rows, width, paint, 'yellow'),
    ...wrapped(plainSpaces(`${wonders}${law}`), width - 2).map(line => `  ${line}`),
  ];
}

function reuse({ workload, reuse: found }: TraceInfoDocument, width: number, paint: Paint): string[] {
  const { requests } = workload;
  const row = (name: string, some: number) => {
    const share = some / requests;
    return { cells: [name, percent(share, requests)], share };
  };
  const { distance, decades, compulsoryMisses } = found;
  const rows = decades.map(({ upTo, reuses }) =>
    row(upTo === 1 ? '1' : `${count(upTo / 10 + 1)} to ${count(upTo)}`, reuses),
  );
  const table = barTable(
    ['asked for again after', 'of requests'],
    [...rows, row('for the first time', compulsoryMisses)],
    width,
    paint,
    'blue',
  );
  if (!distance) return table;
  const { p50, p90, max } = distance;
  return [...table, `  median distance ${count(p50)} records, 90 % within ${count(p90)}, the longest ${count(max)}`];
}

function workingSet({ workingSet: windows }: TraceInfoDocument, width: number, paint: Paint): string[] {
  const [first] = windows;
  if (!first) return [];
  const most = Math.max(...windows.map(each => each.keys));
  const timed = first.seconds !== null;
  const sized = first.bytes !== null;
  const rows = windows.map(({ from, seconds, keys, newKeys, bytes }) => ({
    cells: [
      count(from),
      ...(timed ? [span((seconds ?? 0) - first.seconds!)] : []),
      count(keys),
      percent(newKeys / keys, keys),
      ...(sized ? [capacity(bytes ?? 0, 'bytes')] : []),
    ],
    share: keys / most,
  }));
  const headings = ['working set from', ...(timed ? ['after'] : []), 'keys', 'new', ...(sized ? ['bytes'] : [])];
  return barTable(headings, rows, width, paint, 'green');
}
