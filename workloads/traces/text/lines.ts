import { InputError } from '../../../spec/input-error.ts';
import { CARRIAGE_RETURN, LINE_FEED } from '../head.ts';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** No key is that long: a file with such a line is not the text it was taken for. */
const LONGEST_LINE = 1 << 20;

/** Takes one line, `bytes[start]` … `bytes[end − 1]`, without its line end; the bytes are valid during the call only. */
export type LineReader = (bytes: Uint8Array, start: number, end: number) => void;

/** Cuts chunks into lines that end in LF or CR LF; the last line need not end. A byte order mark at the start is skipped. */
export class Lines {
  /** Number of the line that is being read, from 1. */
  number = 0;
  private readonly place: string;
  private readonly read: LineReader;
  /** The line that the last chunk broke off. */
  private broken = new Uint8Array(256);
  private brokenLength = 0;

  constructor(place: string, read: LineReader) {
    this.place = place;
    this.read = read;
  }

  write(chunk: Uint8Array): void {
    let start = 0;
    if (this.brokenLength > 0) {
      const feed = chunk.indexOf(LINE_FEED);
      this.keep(chunk, 0, feed < 0 ? chunk.length : feed);
      if (feed < 0) return;
      this.flush();
      start = feed + 1;
    }
    const { length } = chunk;
    for (let at = start; at < length; at++) {
      if (chunk[at] !== LINE_FEED) continue;
      this.line(chunk, start, at);
      start = at + 1;
    }
    this.keep(chunk, start, length);
  }

  end(): void {
    if (this.brokenLength > 0) this.flush();
  }

  private flush(): void {
    const { broken, brokenLength } = this;
    this.brokenLength = 0;
    this.line(broken, 0, brokenLength);
  }

  private line(bytes: Uint8Array, start: number, end: number): void {
    this.number++;
    const first =
      this.number === 1 && BYTE_ORDER_MARK.every((byte, i) => bytes[start + i] === byte) ? start + 3 : start;
    this.read(bytes, first, end > first && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end);
  }

  private keep(chunk: Uint8Array, start: number, end: number): void {
    const length = this.brokenLength + end - start;
    if (length > LONGEST_LINE)
      throw new InputError(`${this.place}:${this.number + 1}`, 'the line is longer than 1 MiB; is this a text trace?');
    if (length > this.broken.length) {
      const grown = new Uint8Array(2 * length);
      grown.set(this.broken);
      this.broken = grown;
    }
    this.broken.set(chunk.subarray(start, end), this.brokenLength);
    this.brokenLength = length;
  }
}
