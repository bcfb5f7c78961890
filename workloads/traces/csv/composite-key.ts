import type { Row } from '../text/row.ts';

/** Stands between the parts: no field of a line can hold it. */
const LINE_FEED = 0x0a;

/** A key put together from several fields of a row: `bytes[0]` … `bytes[length − 1]`. */
export class CompositeKey {
  bytes = new Uint8Array(64);
  length = 0;
  private readonly fields: readonly number[];

  constructor(fields: readonly number[]) {
    this.fields = fields;
  }

  read(row: Row): void {
    this.length = 0;
    for (const field of this.fields) {
      const start = row.starts[field]!;
      const end = row.ends[field]!;
      this.reserve(end - start + 1);
      this.bytes.set(row.bytes.subarray(start, end), this.length);
      this.length += end - start;
      this.bytes[this.length++] = LINE_FEED;
    }
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(2 * (this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}
