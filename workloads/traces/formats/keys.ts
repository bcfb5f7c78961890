import { TextInterner } from '../../interners/text.ts';
import type { TraceFormat } from '../contract.ts';
import { shareOfLines } from '../head.ts';
import { parseLines } from '../text/line-parser.ts';

const SPACE = 0x20;
const ASTERISK = 0x2a;

/** Covers the LIRS distribution's traces as well: there a line `*` asks for a printout and is no request. */
export const keys: TraceFormat = {
  name: 'keys',
  aliases: ['lirs', 'key', 'plain', 'text', 'txt'],
  summary: 'Text, one key a line; also the LIRS form with its markers',
  layout: 'One key a line, a decimal number or any other word; a line with only * is a marker and is skipped',
  extensions: ['txt', 'trace', 'trc', 'keys'],
  hasOps: false,
  hasColumns: false,
  sniff: head => 0.6 * shareOfLines(head, line => !/[\s,;]/.test(line)),
  open: context =>
    parseLines(context, [], recorder => {
      const interner = recorder.keyedBy(new TextInterner());
      return (bytes, start, end) => {
        let from = start;
        let to = end;
        while (bytes[from]! <= SPACE) from++;
        while (bytes[to - 1]! <= SPACE) to--;
        if (to - from > 1 || bytes[from] !== ASTERISK) recorder.add(interner.id(bytes, from, to));
      };
    }),
};
