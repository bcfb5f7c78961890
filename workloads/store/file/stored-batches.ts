import { closeSync } from 'node:fs';
import { BATCH_LENGTH, type Batch, type Batches, type Column, type IntegerColumn } from '../../requests.ts';
import { blockStarts, type Layout, lengthOf } from '../layout.ts';
import { type ColumnValues, unpack } from '../packing.ts';
import { openTemporaryFile } from './temporary-file.ts';
import { readWhole, writeWhole } from './whole.ts';

/** Records that are in memory at once when a workload is read by stretches. */
const STRETCH_RECORDS = 1 << 20;
const STRETCH_BATCHES = STRETCH_RECORDS / BATCH_LENGTH;

/** Batches in an open file, as plain data: another thread of the process reads them from the same descriptor. */
export interface StoredFile {
  readonly descriptor: number;
  readonly layout: Layout;
}

/** Batches that are read from a file as they are asked for, each column only when it is looked at. */
export class StoredBatches implements Batches {
  readonly file: StoredFile;
  readonly length: number;
  private readonly starts: readonly (readonly number[])[];
  private readonly slots: StoredBatch[] = [];
  private readonly added: number[] = [];
  /** As much as a block has at most. */
  private readonly buffer = new ArrayBuffer(8 * BATCH_LENGTH);

  constructor(file: StoredFile) {
    this.file = file;
    this.length = file.layout.blocks.length;
    this.starts = blockStarts(file.layout).starts;
  }

  at(index: number): Batch | undefined {
    return index < this.length ? this.load(0, index) : undefined;
  }

  *[Symbol.iterator](): Generator<Batch> {
    for (let index = 0; index < this.length; index++) yield this.load(0, index);
  }

  *stretches(): Generator<readonly Batch[]> {
    for (let from = 0; from < this.length; from += STRETCH_BATCHES) {
      const count = Math.min(STRETCH_BATCHES, this.length - from);
      yield Array.from({ length: count }, (_, slot) => this.load(slot, from + slot));
    }
  }

  addColumn(): IntegerColumn {
    const descriptor = openTemporaryFile();
    this.added.push(descriptor);
    return integerColumn(descriptor, this.file.layout.operations);
  }

  close(): void {
    for (const descriptor of [this.file.descriptor, ...this.added]) closeSync(descriptor);
  }

  /** Fills a column of a batch. */
  read(values: ColumnValues, index: number, column: number): void {
    const packing = this.file.layout.blocks[index]![column]!;
    const bytes = new Uint8Array(this.buffer, 0, packing.width * values.length);
    readWhole(this.file.descriptor, bytes, this.starts[index]![column]!);
    unpack(values, packing, this.buffer, 0);
  }

  /** Puts the batch of a number into a slot, in place of the one that was there. */
  private load(slot: number, index: number): Batch {
    const { columns, operations } = this.file.layout;
    if (slot === this.slots.length) this.slots.push(new StoredBatch(this, columns));
    const batch = this.slots[slot]!;
    batch.become(index, lengthOf(index, operations));
    return batch;
  }
}

/** A place for one batch at a time, whose columns are read when they are first looked at, into the same memory each time. */
class StoredBatch implements Batch {
  length = 0;
  private index = -1;
  private readonly source: StoredBatches;
  private readonly names: readonly (Column | 'id')[];
  /** By column: its memory, and which batch that holds. */
  private readonly memory: ColumnValues[] = [];
  private readonly held: number[] = [];

  constructor(source: StoredBatches, columns: readonly Column[]) {
    this.source = source;
    this.names = ['id', ...columns];
  }

  become(index: number, length: number): void {
    this.index = index;
    this.length = length;
  }

  get id(): Int32Array {
    return this.column('id', Int32Array)!;
  }
  get time(): Float64Array | null {
    return this.column('time', Float64Array);
  }
  get op(): Uint8Array | null {
    return this.column('op', Uint8Array);
  }
  get size(): Float64Array | null {
    return this.column('size', Float64Array);
  }
  get type(): Uint8Array | null {
    return this.column('type', Uint8Array);
  }
  get priority(): Uint8Array | null {
    return this.column('priority', Uint8Array);
  }
  get ttl(): Float64Array | null {
    return this.column('ttl', Float64Array);
  }
  get client(): Int32Array | null {
    return this.column('client', Int32Array);
  }

  private column<Values extends ColumnValues>(
    name: Column | 'id',
    Kind: new (length: number) => Values,
  ): Values | null {
    const column = this.names.indexOf(name);
    if (column < 0) return null;
    if (!this.memory[column]) this.memory[column] = new Kind(BATCH_LENGTH);
    // Each column is asked for with one kind only.
    const whole = this.memory[column] as Values;
    const values = this.length < BATCH_LENGTH ? (whole.subarray(0, this.length) as Values) : whole;
    if (this.held[column] !== this.index) {
      this.source.read(values, this.index, column);
      this.held[column] = this.index;
    }
    return values;
  }
}

function integerColumn(descriptor: number, operations: number): IntegerColumn {
  const memory = new Int32Array(BATCH_LENGTH);
  const bytesOf = (values: Int32Array) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return {
    set: (index, values) => writeWhole(descriptor, bytesOf(values), index * memory.byteLength),
    at(index) {
      const values = memory.subarray(0, lengthOf(index, operations));
      readWhole(descriptor, bytesOf(values), index * memory.byteLength);
      return values;
    },
  };
}
