import {
  BATCH_LENGTH,
  type Batch,
  type Column,
  DATA_TYPES,
  GET,
  NO_TTL,
  type Phase,
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

type Memory = (bytes: number) => ArrayBufferLike;

/**
 * Collects requests into batches of columns. Every source of requests, synthetic or recorded, writes through here.
 * Batches lie in shared memory where the platform has it, so that worker threads replay them without a copy.
 */
export class Recorder {
  private readonly columns: ReadonlySet<Column>;
  private readonly memory: Memory;
  private readonly batches: Batch[] = [];
  private readonly phases: Phase[] = [];
  private batch: Batch;
  private at = 0;
  private gets = 0;
  private universe = 0;
  private sizeOf = new Float64Array(1024);
  private bytes = 0;

  /** @param columns the columns that the source fills */
  constructor(columns: Iterable<Column>) {
    this.columns = new Set(columns);
    this.memory =
      typeof SharedArrayBuffer === 'undefined'
        ? bytes => new ArrayBuffer(bytes)
        : bytes => new SharedArrayBuffer(bytes);
    this.batch = this.newBatch();
  }

  /** Number of records so far. */
  get operations(): number {
    return this.batches.length * BATCH_LENGTH + this.at;
  }

  /** Adds a record for an id that an interner gave out. */
  add(id: number, details: Details = {}): void {
    if (this.at === BATCH_LENGTH) this.nextBatch();
    const { batch, at } = this;
    const { op = GET } = details;
    batch.id[at] = id;
    if (id >= this.universe) this.universe = id + 1;
    if (op === GET) this.gets++;
    if (batch.time) batch.time[at] = details.time ?? 0;
    if (batch.op) batch.op[at] = op;
    if (batch.size) this.recordSize(id, details.size ?? 1);
    if (batch.type) batch.type[at] = details.type ?? 0;
    if (batch.priority) batch.priority[at] = details.priority ?? 0;
    if (batch.ttl) batch.ttl[at] = details.ttl ?? NO_TTL;
    if (batch.client) batch.client[at] = details.client ?? 0;
    this.at++;
  }

  /** The workload changes phase with the next record. */
  phase(label: string): void {
    this.phases.push({ at: this.operations, label });
  }

  /** All that was recorded. The recorder must not be used afterwards. */
  finish(): Requests {
    if (this.at > 0) this.batches.push(shorten(this.batch, this.at));
    const operations = this.batches.reduce((sum, batch) => sum + batch.length, 0);
    return {
      universe: this.universe,
      gets: this.gets,
      operations,
      columns: [...this.columns],
      bytes: this.columns.has('size') ? this.bytes : null,
      phases: this.phases,
      batches: this.batches,
    };
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
    this.batch = this.newBatch();
    this.at = 0;
  }

  private newBatch(): Batch {
    const { columns, memory } = this;
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
      ttl: doubles('ttl'),
      client: words('client'),
    };
  }
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
