import { InputError } from '../../../spec/input-error.ts';
import type { ColumnMapping } from '../columns.ts';
import type { Head } from '../head.ts';
import { isDecimal } from '../text/numbers.ts';
import { BLANKS, Row } from '../text/row.ts';
import { isKnownName } from './names.ts';

/** How a table is laid out, as told from its first lines. */
export interface CsvLayout {
  readonly delimiter: string;
  /** The first line's fields. */
  readonly first: readonly string[];
  /** Whether the first line names the columns. */
  readonly hasHeader: boolean;
  /** The share of the sampled lines that have as many fields as the first. */
  readonly share: number;
}

/** Where two divide the lines equally well, the first wins: `a, b` is divided by commas. */
const DELIMITERS = [',', '\t', ';', BLANKS];

/** @returns null when the content is not text, or when no delimiter divides most lines alike and no known column name heads them */
export function csvLayout(head: Head, mapping: ColumnMapping | null): CsvLayout | null {
  if (!head.lines || head.lines.length === 0) return null;
  let best: { delimiter: string; rows: (string[] | null)[]; share: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const rows = head.lines.map(line => fieldsOf(line, delimiter));
    const share = shareLikeFirst(rows);
    if ((rows[0]?.length ?? 0) > 1 && share >= 0.5 && share > (best?.share ?? 0)) best = { delimiter, rows, share };
  }
  if (!best) return singleColumn(head.lines, mapping);
  const [start = '', ...others] = best.rows[0]!;
  // A header may stand behind the sign of a comment.
  const first = [start.replace(/^#\s*/, ''), ...others];
  const rest = best.rows.slice(1).filter((row): row is string[] => row?.length === first.length);
  return { delimiter: best.delimiter, share: best.share, first, hasHeader: isHeader(first, rest, mapping) };
}

function singleColumn(lines: readonly string[], mapping: ColumnMapping | null): CsvLayout | null {
  const first = [lines[0]!.trim()];
  const rest = lines.slice(1).map(line => [line.trim()]);
  const hasHeader = isHeader(first, rest, mapping);
  // A list of words may begin with one that is a column's usual name: only numbers below it make that a header.
  const isTable =
    mapping !== null || first[0]!.toLowerCase() === 'key' || (hasHeader && rest.every(row => isDecimal(row[0]!)));
  return isTable ? { delimiter: ',', first, hasHeader, share: 1 } : null;
}

function shareLikeFirst(rows: readonly (string[] | null)[]): number {
  const fields = rows[0]?.length;
  return fields === undefined ? 0 : rows.filter(row => row?.length === fields).length / rows.length;
}

/** A header is words only, and either the user or a known name says that it is one, or a column of numbers stands below it. */
function isHeader(first: readonly string[], rest: readonly string[][], mapping: ColumnMapping | null): boolean {
  if (first.some(isDecimal)) return false;
  if (mapping && [...mapping.values()].flat().some(name => !/^\d+$/.test(name))) return true;
  if (first.some(isKnownName)) return true;
  return rest.length > 0 && first.some((_, column) => rest.every(row => isDecimal(row[column]!)));
}

/** @returns null for a line that breaks the rules of quoting */
function fieldsOf(line: string, delimiter: string): string[] | null {
  const bytes = new TextEncoder().encode(line);
  const row = new Row(delimiter, (_, problem) => new InputError('', problem));
  try {
    row.read(bytes, 0, bytes.length);
  } catch {
    return null;
  }
  return Array.from({ length: row.count }, (_, field) => row.text(field));
}
