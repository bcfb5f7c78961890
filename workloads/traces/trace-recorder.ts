import { InputError } from '../../spec/input-error.ts';
import { shorten } from '../batch-memory.ts';
import type { Int64Interner, TextInterner } from '../interner.ts';
import { type Details, Recorder } from '../recorder.ts';
import { type Batch, type Column, GET, type Requests } from '../requests.ts';
import type { Originals, TraceContext } from './contract.ts';

/** Writes the records of a trace to a recorder until it has the gets that were asked for; what comes after them is dropped. */
export class TraceRecorder {
  private readonly recorder: Recorder;
  private readonly place: string;
  private wanted: number;
  private keys: Int64Interner | TextInterner | null = null;
  private clients: TextInterner | null = null;

  /** @param columns the columns that the trace fills */
  constructor({ place, limit, sink }: TraceContext, columns: Iterable<Column>) {
    this.recorder = new Recorder(columns, sink);
    this.place = place;
    this.wanted = limit;
  }

  get full(): boolean {
    return this.wanted <= 0;
  }

  get records(): number {
    return this.recorder.operations;
  }

  add(id: number, details?: Details): void {
    if (this.wanted <= 0) return;
    if (details?.op === undefined || details.op === GET) this.wanted--;
    this.recorder.add(id, details);
  }

  /** Says which interner the ids come from. */
  keyedBy<Interner extends Int64Interner | TextInterner>(interner: Interner): Interner {
    this.keys = interner;
    return interner;
  }

  /** Says which interner the clients come from. */
  clientsBy(interner: TextInterner): TextInterner {
    this.clients = interner;
    return interner;
  }

  /** What ids and clients stand for. */
  originals(): Originals {
    return { keys: this.keys?.names() ?? null, clients: this.clients?.names() ?? null };
  }

  /** Adds gets, column by column. */
  addGets(records: Batch): void {
    const length = Math.min(records.length, this.wanted);
    this.wanted -= length;
    this.recorder.addAll(length < records.length ? shorten(records, length) : records);
  }

  /** @throws InputError when the trace held no record */
  finish(): Requests {
    if (this.records === 0 && !this.full) throw new InputError(this.place, 'the trace holds no requests');
    return this.recorder.finish();
  }

  /** How many good requests came before the place where reading stopped, for messages. */
  get before(): string {
    return `${this.records} good request${this.records === 1 ? '' : 's'} before it`;
  }
}

/** A size in bytes as it is counted: an object of size 0 still takes a place and counts as 1 byte. */
export function countedSize(bytes: number): number {
  return bytes === 0 ? 1 : bytes;
}
