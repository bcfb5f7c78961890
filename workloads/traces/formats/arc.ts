import { Int64Interner } from '../../interner.ts';
import type { TraceFormat } from '../contract.ts';
import { shareOfLines } from '../head.ts';
import { parseLines } from '../text/line-parser.ts';
import { BLANKS, Row } from '../text/row.ts';

const TWO_TO_32 = 2 ** 32;
/** A request for more blocks than this is no disk request but a damaged line. */
const MOST_BLOCKS = 2 ** 24;

/** The block traces of the ARC paper (N. Megiddo, D. S. Modha, FAST 2003). */
export const arc: TraceFormat = {
  name: 'arc',
  aliases: ['lis'],
  summary: 'Text, ranges of disk blocks (the traces of the ARC paper)',
  layout:
    'startBlock, count, an ignored number and requestNo, divided by blanks; requests the blocks startBlock … startBlock + count − 1',
  extensions: ['lis'],
  hasOps: false,
  hasColumns: false,
  sniff(head) {
    // Other tables have four numbers a line as well: here the third says nothing, and the fourth counts the requests if it says anything.
    let before = Number.POSITIVE_INFINITY;
    const isRange = (line: string) => {
      const [, ignored, number] = /^\d+\s+\d+\s+(\d+)\s+(\d+)$/.exec(line) ?? [];
      if (number === undefined) return false;
      const counts = Number(number) > before;
      before = Number(number);
      return counts || Number(ignored) === 0;
    };
    return 0.8 * shareOfLines(head, isRange);
  },
  open: context =>
    parseLines(context, [], (recorder, fail) => {
      const row = new Row(BLANKS, fail);
      const interner = recorder.keyedBy(new Int64Interner());
      return (bytes, start, end) => {
        row.read(bytes, start, end);
        row.expect(4, ': startBlock count ignored requestNo');
        const first = row.whole(0, 'start block');
        const count = row.whole(1, 'count');
        if (count > MOST_BLOCKS) throw row.error(1, `count ${count} is more than ${MOST_BLOCKS} blocks`);
        if (!Number.isSafeInteger(first + count))
          throw row.error(0, `the last of ${count} blocks from ${first} has a number beyond 2^53`);
        for (let block = first; block < first + count && !recorder.full; block++)
          recorder.add(interner.id(Math.floor(block / TWO_TO_32), block));
      };
    }),
};
