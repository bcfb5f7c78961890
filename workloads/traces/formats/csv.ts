import { InputError } from '../../../spec/input-error.ts';
import type { Role } from '../columns.ts';
import type { TraceFormat } from '../contract.ts';
import { csvLayout } from '../csv/layout.ts';
import { readRow } from '../csv/read-row.ts';
import { resolveColumns } from '../csv/resolve.ts';
import { parseLines } from '../text/line-parser.ts';
import { Row } from '../text/row.ts';

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
    if (!layout) throw new InputError(place, 'found no columns divided by commas, semicolons, tabs or blanks');
    const columns = resolveColumns(layout, mapping, place);
    if (mapOps && !columns.others.has('op'))
      throw new InputError(
        '--map-ops',
        `${place} has no column op (found ${layout.first.join(', ')}); name it with --columns op=…`,
      );
    const isUsed = (role: Role) => role !== 'op' || mapOps || columns.own;
    const others = new Map([...columns.others].filter(([role]) => isUsed(role)));
    let skipHeader = layout.hasHeader;
    return parseLines(context, [...others.keys()], (recorder, fail) => {
      const row = new Row(layout.delimiter, fail);
      const read = readRow(row, recorder, columns.key, others, mapOps);
      return (bytes, start, end) => {
        if (skipHeader) {
          skipHeader = false;
          return;
        }
        row.read(bytes, start, end);
        row.expect(layout.first.length, ' as in the first line');
        read();
      };
    });
  },
};
