import { Int64Interner } from '../../interners/int64.ts';
import type { Details } from '../../recorder.ts';
import { GET, SET } from '../../requests.ts';
import type { TraceFormat } from '../contract.ts';
import { shareOfLines } from '../head.ts';
import { parseLines } from '../text/line-parser.ts';
import { hexDigit } from '../text/numbers.ts';
import { BLANKS, Row } from '../text/row.ts';

const LOAD = 0x6c;
const STORE = 0x73;
const ZERO = 0x30;
const LETTER_X = 0x78;
/** The bit that makes an ASCII letter small. */
const LOWER_CASE = 0x20;
/** Hexadecimal digits of 64 bits. */
const MOST_DIGITS = 16;

/** Memory traces as used in the cache assignments of UCSD's CSE 240A. */
export const address: TraceFormat = {
  name: 'address',
  aliases: ['addresses', 'memory'],
  summary: 'Text, loads and stores of memory addresses',
  layout:
    'l or s, 0xADDRESS and the number of instructions since the last access, divided by blanks; s is a store, the key is the address',
  extensions: ['trace'],
  hasOps: true,
  hasColumns: false,
  sniff: head => 0.95 * shareOfLines(head, line => /^[ls]\s+0x[0-9a-f]{1,16}\s+\d+$/i.test(line)),
  open: context =>
    parseLines(context, context.mapOps ? ['op'] : [], (recorder, fail) => {
      const row = new Row(BLANKS, fail);
      const interner = recorder.keyedBy(new Int64Interner());
      const details: Details = { op: GET };
      return (bytes, start, end) => {
        row.read(bytes, start, end);
        row.expect(3, ': l or s, 0xADDRESS, gap');
        const access = bytes[row.starts[0]!]! | LOWER_CASE;
        if (row.ends[0]! - row.starts[0]! !== 1 || (access !== LOAD && access !== STORE))
          throw row.error(0, `found ${row.quote(0)}, expected l (load) or s (store)`);
        if (context.mapOps) details.op = access === STORE ? SET : GET;
        row.whole(2, 'gap');
        recorder.add(internAddress(row, interner), details);
      };
    }),
};

function internAddress(row: Row, interner: Int64Interner): number {
  const { bytes } = row;
  const start = row.starts[1]!;
  const end = row.ends[1]!;
  let high = 0;
  let low = 0;
  let isAddress = bytes[start] === ZERO && (bytes[start + 1]! | LOWER_CASE) === LETTER_X && end - start > 2;
  for (let at = start + 2; at < end && isAddress; at++) {
    const digit = hexDigit(bytes[at]!);
    isAddress = digit >= 0 && at - start < 2 + MOST_DIGITS;
    high = (high << 4) | (low >>> 28);
    low = (low << 4) | digit;
  }
  if (!isAddress) throw row.error(1, `address ${row.quote(1)} is not 0x and 1 to 16 hexadecimal digits`);
  return interner.id(high, low);
}
