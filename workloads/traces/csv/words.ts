import { TextInterner } from '../../interners/text.ts';
import { DELETE, GET, OPERATIONS, SET } from '../../requests.ts';
import type { Row } from '../text/row.ts';

/** Codes of the words in a column; each word is turned into its code once. */
export class WordCodes {
  private readonly interner = new TextInterner();
  private readonly codes: number[] = [];
  private readonly codeOf: (word: string) => number | null;
  private readonly expected: string;

  /**
   * @param codeOf takes a word in lower case; null says that it is not one of the words
   * @param expected the words, for messages
   */
  constructor(codeOf: (word: string) => number | null, expected = '') {
    this.codeOf = codeOf;
    this.expected = expected;
  }

  /** @throws InputError for a word that is none of those expected */
  code(row: Row, field: number): number {
    const id = this.interner.id(row.bytes, row.starts[field]!, row.ends[field]!);
    const known = this.codes[id];
    if (known !== undefined) return known;
    const code = this.codeOf(row.text(field).toLowerCase());
    if (code === null) throw row.error(field, `found ${row.quote(field)}, expected ${this.expected}`);
    this.codes[id] = code;
    return code;
  }
}

/** The words of Tierlab's own traces; nothing in the field is a get. */
export function ownOperationOf(word: string): number | null {
  // indexOf is typed to look for members only; whether the word is one is the question.
  const code = OPERATIONS.indexOf(word as (typeof OPERATIONS)[number]);
  return word === '' ? GET : code < 0 ? null : code;
}

/** What other traces call a store or a write; 0a, 2a, 8a and aa are the SCSI commands. */
const SETS = new Set(
  'set put post w write writes store s st save add replace cas append prepend incr decr insert update upsert 0a 2a 8a aa'.split(
    ' ',
  ),
);
const DELETES = new Set('delete del d remove unlink invalidate purge trim unmap discard'.split(' '));

/** The words of other traces: whatever is neither a store, a write nor a removal is a get. */
export function foreignOperationOf(word: string): number {
  const plain = word.replace(/^0x/, '');
  return SETS.has(plain) ? SET : DELETES.has(plain) ? DELETE : GET;
}
