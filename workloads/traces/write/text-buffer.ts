import type { Names, WordNames } from '../../interners/names.ts';

const DIGIT_0 = 0x30;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const TWO_TO_32 = 2 ** 32;
/** Whole numbers below that go through the loop over digits; it divides, which is exact for them. */
const SMALL = 1e15;
/** Room for the text of any number. */
const NUMBER_BYTES = 32;

/** Text in the making, as bytes: no string is made for whole numbers and names. */
export class TextBuffer {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;

  /** All that was written; the buffer is empty afterwards. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  byte(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** ASCII text. */
  ascii(text: string): void {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
  }

  /** A number in as many digits as it takes to read the same one again. */
  number(value: number): void {
    if (value >= 0 && value < SMALL && Number.isInteger(value)) this.whole(value);
    else this.ascii(String(value));
  }

  /** A name as it is: integers unsigned and decimal, words byte by byte; the number itself where there are no names. */
  name(names: Names | null, id: number): void {
    if (names === null) this.number(id);
    else if (names.kind === 'integers') this.integer(names.words[2 * id]! >>> 0, names.words[2 * id + 1]! >>> 0);
    else this.word(names, id);
  }

  /** A name as a field of a table: quoted where a delimiter, a quote, a blank or anything invisible is in it. */
  field(names: Names | null, id: number): void {
    const start = this.length;
    this.name(names, id);
    if (names?.kind !== 'words') return;
    let quotes = 0;
    let plain = true;
    for (let at = start; at < this.length; at++) {
      const byte = this.bytes[at]!;
      if (byte === QUOTE) quotes++;
      if (byte <= SPACE || byte === QUOTE || byte === COMMA) plain = false;
    }
    if (!plain) this.quote(start, quotes);
  }

  private whole(value: number): void {
    this.reserve(NUMBER_BYTES);
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    let rest = value;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const tenth = Math.floor(rest / 10);
      this.bytes[at] = DIGIT_0 + (rest - 10 * tenth);
      rest = tenth;
    }
    this.length += digits;
  }

  private word({ bytes, ends }: WordNames, id: number): void {
    const end = ends[id + 1]!;
    this.reserve(end - ends[id]!);
    for (let at = ends[id]!; at < end; at++) this.bytes[this.length++] = bytes[at]!;
  }

  /** Puts what was written since `start` in quotes, and doubles the quotes in it. */
  private quote(start: number, quotes: number): void {
    this.reserve(quotes + 2);
    const { bytes } = this;
    let to = this.length + quotes + 1;
    bytes[to--] = QUOTE;
    for (let from = this.length - 1; from >= start; from--) {
      bytes[to--] = bytes[from]!;
      if (bytes[from] === QUOTE) bytes[to--] = QUOTE;
    }
    bytes[start] = QUOTE;
    this.length += quotes + 2;
  }

  private integer(high: number, low: number): void {
    const value = high * TWO_TO_32 + low;
    if (value < SMALL) this.number(value);
    else this.ascii(String((BigInt(high) << 32n) | BigInt(low)));
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(2 * (this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}
