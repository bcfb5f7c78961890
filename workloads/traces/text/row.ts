import type { InputError } from '../../../spec/input-error.ts';
import type { Fail } from './line-parser.ts';
import { decimal, quoted, textOf } from './numbers.ts';

/** Delimiter of fields that any run of blanks and tabs divides. */
export const BLANKS = ' ';

const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;

/**
 * One line of text, cut into fields. Fields may stand in double quotes, in which `""` stands for one; blanks around a field do not
 * belong to it. Field i is `bytes[starts[i]]` … `bytes[ends[i] − 1]`, doubled quotes still doubled.
 */
export class Row {
  bytes: Uint8Array = new Uint8Array(0);
  starts = new Int32Array(16);
  ends = new Int32Array(16);
  count = 0;
  /** Whether two quotes stand for one in any of the fields. */
  hasDoubledQuotes = false;
  private readonly delimiter: number;
  private readonly blanks: boolean;
  private readonly fail: Fail;
  private start = 0;

  constructor(delimiter: string, fail: Fail) {
    this.delimiter = delimiter.charCodeAt(0);
    this.blanks = delimiter === BLANKS;
    this.fail = fail;
  }

  /** Takes a line; the fields are valid until the next. @throws what `fail` makes, on a quote without its end */
  read(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes;
    this.start = start;
    this.count = 0;
    this.hasDoubledQuotes = false;
    let at = this.skipBlanks(start, end);
    if (this.blanks) {
      while (at < end) at = this.skipBlanks(this.readField(at, end), end);
      return;
    }
    for (;;) {
      at = this.skipBlanks(this.readField(at, end), end);
      if (at === end) return;
      at = this.skipBlanks(at + 1, end);
    }
  }

  /** @throws what `fail` makes, unless the field is a finite decimal number */
  number(field: number, what: string): number {
    const value = decimal(this.bytes, this.starts[field]!, this.ends[field]!);
    if (!Number.isFinite(value)) throw this.error(field, `${what} ${this.quote(field)} is not a number`);
    return value;
  }

  /** @throws what `fail` makes, unless the field is a whole number from 0 to 2^53 − 1 */
  whole(field: number, what: string): number {
    const value = this.number(field, what);
    if (value < 0) throw this.error(field, `${what} ${this.quote(field)} is negative`);
    if (!Number.isSafeInteger(value)) throw this.error(field, `${what} ${this.quote(field)} is not a whole number`);
    return value;
  }

  /** @throws what `fail` makes, unless there are so many fields */
  expect(fields: number, meaning: string): void {
    if (this.count === fields) return;
    throw this.fail(1, `found ${this.count} field${this.count === 1 ? '' : 's'}, expected ${fields}${meaning}`);
  }

  isEmpty(field: number): boolean {
    return this.starts[field] === this.ends[field];
  }

  /** Whether the field stands in quotes. */
  isQuoted(field: number): boolean {
    return this.starts[field]! > this.start && this.bytes[this.starts[field]! - 1] === QUOTE;
  }

  text(field: number): string {
    return textOf(this.bytes, this.starts[field]!, this.ends[field]!);
  }

  /** For messages. */
  quote(field: number): string {
    return quoted(this.bytes, this.starts[field]!, this.ends[field]!);
  }

  error(field: number, problem: string): InputError {
    return this.fail(this.starts[field]! - this.start + 1, problem);
  }

  /** Takes the field that starts at `at`; returns where its delimiter or the end of the line stands, blanks aside. */
  private readField(at: number, end: number): number {
    if (this.count === this.starts.length) this.grow();
    if (this.bytes[at] === QUOTE && at < end) return this.readQuoted(at, end);
    const { bytes, delimiter, blanks } = this;
    let to = at;
    while (to < end && bytes[to] !== delimiter && !(blanks && bytes[to] === TAB)) to++;
    let last = to;
    while (last > at && this.isBlank(bytes[last - 1]!)) last--;
    this.starts[this.count] = at;
    this.ends[this.count++] = last;
    return to;
  }

  private readQuoted(open: number, end: number): number {
    const { bytes } = this;
    let close = open + 1;
    for (; close < end; close++) {
      if (bytes[close] !== QUOTE) continue;
      if (close + 1 === end || bytes[close + 1] !== QUOTE) break;
      this.hasDoubledQuotes = true;
      close++;
    }
    if (close >= end) throw this.fail(open - this.start + 1, 'the quote is not closed on its line');
    this.starts[this.count] = open + 1;
    this.ends[this.count++] = close;
    const after = this.skipBlanks(close + 1, end);
    const delimited = this.blanks ? after > close + 1 : bytes[after] === this.delimiter;
    if (after < end && !delimited)
      throw this.fail(after - this.start + 1, 'found text after a closing quote, expected a delimiter');
    return after;
  }

  /** Blanks around fields; a tab is none where it is the delimiter. */
  private skipBlanks(from: number, end: number): number {
    let at = from;
    while (at < end && this.isBlank(this.bytes[at]!)) at++;
    return at;
  }

  private isBlank(byte: number): boolean {
    return byte === SPACE || (byte === TAB && this.delimiter !== TAB);
  }

  private grow(): void {
    const starts = new Int32Array(2 * this.starts.length);
    const ends = new Int32Array(starts.length);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }
}
