import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import type { BatchSink } from '../batch-sink.ts';
import { traceFormats } from './catalog.ts';
import { parseColumns } from './columns.ts';
import type { TraceFormat, TraceParser } from './contract.ts';
import { csv } from './formats/csv.ts';
import { CARRIAGE_RETURN, type Head, LINE_FEED } from './head.ts';

/** How a trace is to be read; each is the text of an option. */
export interface TraceOptions {
  /** Name or alias of a format; by default the content tells. */
  readonly format?: string | undefined;
  /** For tables: `key=lbn,time=1`. */
  readonly columns?: string | undefined;
  /** Stores and writes of a foreign trace are sets, removals deletes; by default every record is a get. */
  readonly mapOps?: boolean | undefined;
  /** Gets to read, at most. */
  readonly limit?: number | undefined;
}

/** The options, and where the batches go: without a sink they stay in memory. */
export interface OpenOptions extends TraceOptions {
  readonly sink?: BatchSink | undefined;
}

/** What a name's ending adds: less than what any difference in content makes. */
const ENDING = 0.01;

/**
 * Finds the format of a trace and opens a parser for it.
 * @param place the file as the user named it, for messages; its ending decides between formats that the content leaves equal
 * @throws InputError when no format fits, or an option does not fit the format
 */
export function openTrace(
  head: Head,
  place: string,
  options: OpenOptions,
): { format: TraceFormat; parser: TraceParser } {
  if (head.bytes.length === 0) throw new InputError(place, 'the trace is empty');
  const columns = options.columns === undefined ? null : parseColumns(options.columns, '--columns');
  const format =
    options.format === undefined ? (columns ? csv : detectFormat(head, place)) : findFormat(options.format);
  if (columns && !format.hasColumns)
    throw new InputError(
      '--columns',
      `${place} is read as ${format.name}, which has no columns to name; expected a csv trace`,
    );
  const { mapOps = false, limit = Number.POSITIVE_INFINITY } = options;
  if (mapOps && !format.hasOps) {
    const able = traceFormats.filter(each => each.hasOps).map(each => each.name);
    throw new InputError(
      '--map-ops',
      `${place} is read as ${format.name}, whose records name no operations; expected ${able.join(', ')}`,
    );
  }
  return { format, parser: format.open({ place, head, columns, mapOps, limit, sink: options.sink }) };
}

/** @throws InputError naming the nearest format */
function findFormat(name: string): TraceFormat {
  const wanted = name.trim().toLowerCase();
  const format = traceFormats.find(each => each.name === wanted || each.aliases.includes(wanted));
  if (format) return format;
  const names = traceFormats.map(each => each.name);
  throw new InputError('--format', `unknown trace format "${name}"${suggestion(wanted, names)}`);
}

/** The format that the content speaks for most. @throws InputError when it speaks for none */
function detectFormat(head: Head, place: string): TraceFormat {
  if (head.lines && !head.bytes.includes(LINE_FEED) && head.bytes.includes(CARRIAGE_RETURN))
    throw new InputError(place, 'its lines end in a carriage return alone, expected a line feed');
  const name = place.toLowerCase().replace(/\.(gz|zst|xz)$/, '');
  let best: TraceFormat | undefined;
  let surest = 0;
  for (const format of traceFormats) {
    const sure = format.sniff(head);
    const sureWithName = sure > 0 && format.extensions.some(each => name.endsWith(`.${each}`)) ? sure + ENDING : sure;
    if (sureWithName > surest) {
      best = format;
      surest = sureWithName;
    }
  }
  if (best) return best;
  const tried = traceFormats.map(each => each.name).join(', ');
  const kind = head.lines ? 'text' : 'data, which is not UTF-8 text,';
  throw new InputError(
    place,
    `this ${kind} is in no format that can be told from its content; name one with --format (known: ${tried})`,
  );
}
