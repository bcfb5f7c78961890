import { crc32 } from 'node:zlib';
import { type Batch, COLUMNS, type Column } from '../../requests.ts';
import { blockBytes, type Layout } from '../layout.ts';
import { type Packing, pack, packingOf } from '../packing.ts';
import { writeWhole } from './whole.ts';

/** Writes batches to a file, one after another, and remembers where they lie. */
export class BatchFile {
  readonly descriptor: number;
  /** CRC-32 of all that was written. */
  checksum = 0;
  /** Bytes written. */
  length = 0;
  private columns: readonly Column[] = [];
  private operations = 0;
  private readonly blocks: Packing[][] = [];
  private buffer = new ArrayBuffer(1 << 20);

  /** @param descriptor of an empty file, open for writing and reading */
  constructor(descriptor: number) {
    this.descriptor = descriptor;
  }

  /** @throws NodeJS.ErrnoException for example when there is no room left */
  append(batch: Batch): void {
    this.columns = COLUMNS.filter(name => batch[name] !== null);
    const names = ['id', ...this.columns] as const;
    const packings = names.map(name => packingOf(batch[name]!));
    const bytes = packings.reduce((sum, each) => sum + blockBytes(each, batch.length), 0);
    if (bytes > this.buffer.byteLength) this.buffer = new ArrayBuffer(2 * bytes);
    let at = 0;
    for (const [i, name] of names.entries()) {
      pack(batch[name]!, packings[i]!, this.buffer, at);
      at += blockBytes(packings[i]!, batch.length);
    }
    const packed = new Uint8Array(this.buffer, 0, bytes);
    writeWhole(this.descriptor, packed, this.length);
    this.checksum = crc32(packed, this.checksum);
    this.length += bytes;
    this.blocks.push(packings);
    this.operations += batch.length;
  }

  get layout(): Layout {
    const { columns, operations, blocks } = this;
    return { columns, operations, blocks };
  }
}
