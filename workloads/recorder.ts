import { clear, emptyBatch, shorten } from './batch-memory.ts';
import { type BatchSink, inMemory } from './batch-sink.ts';
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

  /** Adds a record for an id that an interner gave out. */
  add(id: number, details?: Readonly<Details>): void {
    if (this.at === BATCH_LENGTH) this.nextBatch();
    this.batch.id[this.at] = id;
    if (id >= this.universe) this.universe = id + 1;
    // Columns are born with their defaults; only sizes are summed, defaults or not.
    if (details !== undefined || this.sized) this.describe(id, details ?? NOTHING);
    this.at++;
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

  private recordSize(id: number, size: number): void {
    this.batch.size![this.at] = size;
    if (id >= this.sizeOf.length) {
      const grown = new Float64Array(2 * id);
      grown.set(this.sizeOf);
      this.sizeOf = grown;
    }
    this.bytes += size - this.sizeOf[id]!;
    this.sizeOf[id] = size;
  }

  private nextBatch(): void {
    const free = this.sink.take(this.batch);
    if (free) clear(this.batch);
    else this.batch = emptyBatch(this.columns);
    this.before += BATCH_LENGTH;
    this.at = 0;
  }
}

/** The code of a data type by its word; any unknown word is `general`. */
export function typeCode(word: string): number {
  return Math.max(0, DATA_TYPES.indexOf(word as (typeof DATA_TYPES)[number]));
}

/** The code of a priority by its word; any unknown word is `normal`. */
export function priorityCode(word: string): number {
  return Math.max(0, PRIORITIES.indexOf(word as (typeof PRIORITIES)[number]));
}
