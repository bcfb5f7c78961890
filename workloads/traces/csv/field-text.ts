import type { Row } from '../text/row.ts';

const QUOTE = 0x22;
const PLUS = 0x2b;
const BACKSLASH = 0x5c;

/**
 * The text of a field with doubled quotes made single, or of several fields put together: `12+4096`, as `--columns key=id+size`
 * names them, with a backslash before a `+` or a backslash in one of them, so that no two combinations are one. The text is
 * `bytes[0]` … `bytes[length − 1]`.
 */
export class FieldText {
  bytes = new Uint8Array(64);
  length = 0;
  private readonly fields: readonly number[];

  constructor(fields: readonly number[]) {
    this.fields = fields;
  }

  read(row: Row): void {
    const { fields } = this;
    this.length = 0;
    for (let i = 0; i < fields.length; i++) {
      this.reserve(2 * (row.ends[fields[i]!]! - row.starts[fields[i]!]!) + 1);
      if (i > 0) this.bytes[this.length++] = PLUS;
      this.append(row, fields[i]!, fields.length > 1);
    }
  }

  private append(row: Row, field: number, escaping: boolean): void {
    const { bytes } = row;
    const quoted = row.isQuoted(field);
    const end = row.ends[field]!;
    for (let at = row.starts[field]!; at < end; at++) {
      const byte = bytes[at]!;
      if (escaping && (byte === PLUS || byte === BACKSLASH)) this.bytes[this.length++] = BACKSLASH;
      this.bytes[this.length++] = byte;
      if (quoted && byte === QUOTE) at++;
    }
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(2 * (this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}
