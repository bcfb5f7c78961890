import { InputError } from '../../../spec/input-error.ts';
import type { Role } from '../columns.ts';
import type { TraceFormat } from '../contract.ts';
import { csvLayout } from '../csv/layout.ts';
import { readRow } from '../csv/read-row.ts';
import { resolveColumns } from '../csv/resolve.ts';
import { parseLines } from '../text/line-parser.ts';
import { Row } from '../text/row.ts';

const NO_COLUMNS = 'found no columns divided by commas, semicolons, tabs or blanks';

const NO_HEADER = new Uint8Array(0);

/** Tierlab's own traces, and any other table once its columns are known. */
export const csv: TraceFormat = {
  name: 'csv',
  aliases: ['tsv', 'table'],
  summary: "Text, a table: Tierlab's own columns, or any others by --columns",
  layout:
    'time (seconds), op (get, set, delete), key, size (bytes), type (general, features, model, result), priority (normal, medium, high), ttl (seconds; empty, - or 0 for none) and client, in any order, named by a header; any but key may be missing. Divided by commas, semicolons, tabs or blanks; fields may be quoted',
  extensions: ['csv', 'tsv'],
  hasOps: true,
  hasColumns: true,
  sniff(head) {
    const layout = csvLayout(head, null);
    if (!layout) return 0;
    return (layout.hasHeader ? 0.9 : 0.2) * layout.share;
  },
  open(context) {
    const { place, head, mapOps, columns: mapping } = context;
    const layout = csvLayout(head, mapping);
    if (!layout) throw new InputError(place, head.lines ? NO_COLUMNS : 'its first lines are not UTF-8 text');
    const columns = resolveColumns(layout, mapping, place);
    if (mapOps && !columns.others.has('op'))
      throw new InputError(
        '--map-ops',
        `${place} has no column op (found ${layout.first.join(', ')}); name it with --columns op=…`,
      );
    const isUsed = (role: Role) => role !== 'op' || mapOps || columns.own;
    const others = new Map([...columns.others].filter(([role]) => isUsed(role)));
    return parseLines(context, [...others.keys()], (recorder, fail) => {
      let header = layout.hasHeader ? null : NO_HEADER;
      const row = new Row(layout.delimiter, fail);
      const read = readRow(row, recorder, columns.key, others, mapOps);
      return (bytes, start, end) => {
        if (header === null) {
          header = bytes.slice(start, end);
          return;
        }
        // Tables that were put end to end have it again; a key alone may well be called "key".
        if (layout.first.length > 1 && equals(header, bytes, start, end))
          throw fail(1, 'found the names of the columns again, expected a record');
        row.read(bytes, start, end);
        row.expect(layout.first.length, ' as in the first line');
        read();
      };
    });
  },
};

function equals(text: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== text.length) return false;
  for (let at = start; at < end; at++) if (bytes[at] !== text[at - start]) return false;
  return true;
}
