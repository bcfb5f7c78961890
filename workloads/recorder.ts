import { clear, emptyBatch, shorten } from './batch-memory.ts';
import { type BatchSink, inMemory } from './batch-sink.ts';
import type { RangeInterner } from './interners/range.ts';
import {
  BATCH_LENGTH,
  type Batch,
  COLUMNS,
  type Column,
  DATA_TYPES,
  GET,
  type Phase,
  PRIORITIES,
  type Requests,
} from './requests.ts';

/** What a record may say beside its key; what it leaves out takes the column's default. */
export interface Details {
  time?: number;
  op?: number;
  size?: number;
  type?: number;
  priority?: number;
  ttl?: number;
  client?: number;
}

const NOTHING: Readonly<Details> = {};

const RECORDED = ['id', ...COLUMNS] as const;

/**
 * Collects requests into batches of columns. Every source of requests, synthetic or recorded, writes through here.
 */
export class Recorder {
  private readonly columns: ReadonlySet<Column>;
  private readonly sized: boolean;
  private readonly sink: BatchSink;
  private readonly phases: Phase[] = [];
  private batch: Batch;
  private at = 0;
  /** Records in the batches before this one. */
  private before = 0;
  private setsAndDeletes = 0;
  private universe = 0;
  private sizeOf = new Float64Array(1024);
  private bytes = 0;
  private interner: RangeInterner | null = null;

  /**
   * @param columns the columns that the source fills; what a record says of any other is left out
   * @param sink where the batches go; by default they stay in memory
   */
  constructor(columns: Iterable<Column>, sink: BatchSink = inMemory()) {
    this.columns = new Set(columns);
    this.sink = sink;
    this.sized = this.columns.has('size');
    this.batch = emptyBatch(this.columns);
  }

  /** Number of records so far. */
  get operations(): number {
    return this.before + this.at;
  }

  /** Number of gets so far. */
  get gets(): number {
    return this.operations - this.setsAndDeletes;
  }

  /** Says which interner the ids come from, so that what they stand for stays known. */
  keyedBy(interner: RangeInterner): RangeInterner {
    this.interner = interner;
    return interner;
  }

  /** Adds a record for an id that an interner gave out. */
  add(id: number, details?: Readonly<Details>): void {
    if (this.at === BATCH_LENGTH) this.nextBatch();
    this.batch.id[this.at] = id;
    if (id >= this.universe) this.universe = id + 1;
    // Columns are born with their defaults; only sizes are summed, defaults or not.
    if (details !== undefined || this.sized) this.describe(id, details ?? NOTHING);
    this.at++;
  }

  /** Adds as many records as the batch has, which may be of any length, column by column. */
  addAll(records: Batch): void {
    for (let from = 0; from < records.length; ) {
      if (this.at === BATCH_LENGTH) this.nextBatch();
      const count = Math.min(BATCH_LENGTH - this.at, records.length - from);
      this.copy(records, from, count);
      from += count;
    }
  }

  /** The workload changes phase with the next record. */
  phase(label: string): void {
    this.phases.push({ at: this.operations, label });
  }

  /** All that was recorded. The recorder must not be used afterwards. */
  finish(): Requests {
    const { operations, gets } = this;
    if (this.at > 0) this.sink.take(shorten(this.batch, this.at));
    return {
      universe: this.universe,
      gets,
      operations,
      columns: COLUMNS.filter(column => this.columns.has(column)),
      bytes: this.sized ? this.bytes : null,
      phases: this.phases,
      ...(this.interner && { keys: this.interner.names() }),
      batches: this.sink.finish(),
    };
  }

  private describe(id: number, details: Readonly<Details>): void {
    const { batch, at } = this;
    if (batch.op && details.op !== undefined && details.op !== GET) {
      batch.op[at] = details.op;
      this.setsAndDeletes++;
    }
    if (batch.size) this.recordSize(id, details.size ?? 1);
    if (batch.time && details.time !== undefined) batch.time[at] = details.time;
    if (batch.type && details.type !== undefined) batch.type[at] = details.type;
    if (batch.priority && details.priority !== undefined) batch.priority[at] = details.priority;
    if (batch.ttl && details.ttl !== undefined) batch.ttl[at] = details.ttl;
    if (batch.client && details.client !== undefined) batch.client[at] = details.client;
  }

  /** Copies records into the batch at hand, which has room for them. */
  private copy(records: Batch, from: number, count: number): void {
    const { batch, at } = this;
    for (const name of RECORDED) {
      const values = records[name];
      if (values) batch[name]?.set(values.subarray(from, from + count), at);
    }
    const end = at + count;
    const ids = batch.id.subarray(at, end);
    this.universe = Math.max(this.universe, 1 + largest(ids));
    if (batch.op) for (let i = at; i < end; i++) if (batch.op[i] !== GET) this.setsAndDeletes++;
    if (batch.size && !records.size) batch.size.fill(1, at, end);
    if (batch.size) this.recordSizes(ids, batch.size.subarray(at, end));
    this.at = end;
  }

  private recordSizes(ids: Int32Array, sizes: Float64Array): void {
    this.reserveSizes();
    const { sizeOf } = this;
    let { bytes } = this;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!;
      const size = sizes[i]!;
      // Most keys keep their size: what is only read stays in the processor's caches of all.
      if (sizeOf[id] === size) continue;
      bytes += size - sizeOf[id]!;
      sizeOf[id] = size;
    }
    this.bytes = bytes;
  }

  private recordSize(id: number, size: number): void {
    this.batch.size![this.at] = size;
    this.reserveSizes();
    this.bytes += size - this.sizeOf[id]!;
    this.sizeOf[id] = size;
  }

  private reserveSizes(): void {
    if (this.universe <= this.sizeOf.length) return;
    const grown = new Float64Array(2 * this.universe);
    grown.set(this.sizeOf);
    this.sizeOf = grown;
  }

  private nextBatch(): void {
    const free = this.sink.take(this.batch);
    if (free) clear(this.batch);
    else this.batch = emptyBatch(this.columns);
    this.before += BATCH_LENGTH;
    this.at = 0;
  }
}

function largest(values: Int32Array): number {
  let max = -1;
  for (let i = 0; i < values.length; i++) if (values[i]! > max) max = values[i]!;
  return max;
}

/** The code of a data type by its word; any unknown word is `general`. */
export function typeCode(word: string): number {
  return Math.max(0, DATA_TYPES.indexOf(word as (typeof DATA_TYPES)[number]));
}

/** The code of a priority by its word; any unknown word is `normal`. */
export function priorityCode(word: string): number {
  return Math.max(0, PRIORITIES.indexOf(word as (typeof PRIORITIES)[number]));
}
