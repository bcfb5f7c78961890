import {
  BATCH_LENGTH,
  type Batch,
  COLUMNS,
  type Column,
  DATA_TYPES,
  GET,
  NO_TTL,
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
 * Batches lie in shared memory where the platform has it, so that worker threads replay them without a copy.
 */
export class Recorder {
  private readonly columns: ReadonlySet<Column>;
  private readonly sized: boolean;
  private readonly batches: Batch[] = [];
  private readonly phases: Phase[] = [];
  private batch: Batch;
  private at = 0;
  private setsAndDeletes = 0;
  private universe = 0;
  private sizeOf = new Float64Array(1024);
  private bytes = 0;

  /** @param columns the columns that the source fills; what a record says of any other is left out */
  constructor(columns: Iterable<Column>) {
    this.columns = new Set(columns);
    this.sized = this.columns.has('size');
    this.batch = emptyBatch(this.columns);
  }

  /** Number of records so far. */
  get operations(): number {
    return this.batches.length * BATCH_LENGTH + this.at;
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
    if (this.at > 0) this.batches.push(shorten(this.batch, this.at));
    return {
      universe: this.universe,
      gets,
      operations,
      columns: COLUMNS.filter(column => this.columns.has(column)),
      bytes: this.sized ? this.bytes : null,
      phases: this.phases,
      batches: this.batches,
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
    this.batches.push(this.batch);
    this.batch = emptyBatch(this.columns);
    this.at = 0;
  }
}

/** A batch to be filled: zero in every column is its default, but for `ttl`. */
function emptyBatch(columns: ReadonlySet<Column>): Batch {
  const bytes = (column: Column) => (columns.has(column) ? new Uint8Array(memory(BATCH_LENGTH)) : null);
  const words = (column: Column) => (columns.has(column) ? new Int32Array(memory(4 * BATCH_LENGTH)) : null);
  const doubles = (column: Column) => (columns.has(column) ? new Float64Array(memory(8 * BATCH_LENGTH)) : null);
  return {
    length: BATCH_LENGTH,
    id: new Int32Array(memory(4 * BATCH_LENGTH)),
    time: doubles('time'),
    op: bytes('op'),
    size: doubles('size'),
    type: bytes('type'),
    priority: bytes('priority'),
    ttl: doubles('ttl')?.fill(NO_TTL) ?? null,
    client: words('client'),
  };
}

function memory(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}

function shorten(batch: Batch, length: number): Batch {
  return {
    length,
    id: batch.id.subarray(0, length),
    time: batch.time?.subarray(0, length) ?? null,
    op: batch.op?.subarray(0, length) ?? null,
    size: batch.size?.subarray(0, length) ?? null,
    type: batch.type?.subarray(0, length) ?? null,
    priority: batch.priority?.subarray(0, length) ?? null,
    ttl: batch.ttl?.subarray(0, length) ?? null,
    client: batch.client?.subarray(0, length) ?? null,
  };
}

/** The code of a data type by its word; any unknown word is `general`. */
export function typeCode(word: string): number {
  return Math.max(0, DATA_TYPES.indexOf(word as (typeof DATA_TYPES)[number]));
}

/** The code of a priority by its word; any unknown word is `normal`. */
export function priorityCode(word: string): number {
  return Math.max(0, PRIORITIES.indexOf(word as (typeof PRIORITIES)[number]));
}
