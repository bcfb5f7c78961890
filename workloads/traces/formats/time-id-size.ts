import { TextInterner } from '../../interners/text.ts';
import type { Details } from '../../recorder.ts';
import type { TraceFormat } from '../contract.ts';
import { shareOfLines } from '../head.ts';
import { parseLines } from '../text/line-parser.ts';
import { BLANKS, Row } from '../text/row.ts';
import { countedSize } from '../trace-recorder.ts';

/** The text form of webcachesim (D. S. Berger) and of AdaptSize. */
export const timeIdSize: TraceFormat = {
  name: 'time-id-size',
  aliases: ['webcachesim', 'adaptsize'],
  summary: 'Text, time, id and size a line (webcachesim, AdaptSize)',
  layout: 'time (seconds), id (any word) and size (bytes), divided by blanks',
  extensions: ['tr', 'trace'],
  hasOps: false,
  hasColumns: false,
  sniff: head => 0.8 * shareOfLines(head, line => /^[\d.]+\s+\S+\s+\d+$/.test(line)),
  open: context =>
    parseLines(context, ['time', 'size'], (recorder, fail) => {
      const row = new Row(BLANKS, fail);
      const interner = recorder.keyedBy(new TextInterner());
      const details: Details = { time: 0, size: 0 };
      return (bytes, start, end) => {
        row.read(bytes, start, end);
        row.expect(3, ': time id size');
        details.time = row.number(0, 'time');
        details.size = countedSize(row.whole(2, 'size'));
        recorder.add(interner.id(bytes, row.starts[1]!, row.ends[1]!), details);
      };
    }),
};
