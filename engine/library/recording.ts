import { InputError } from '../../spec/input-error.ts';
import { DATA_TYPES, NO_TTL, OPERATIONS, PRIORITIES } from '../../workloads/requests.ts';
import { isSampled } from './sampling.ts';
import type { RequestTap } from './tap.ts';

const HEADER = 'time,op,key,size,type,priority,ttl,client\n';
/** Characters after which what was recorded goes to the sink. */
const CHUNK = 1 << 16;
/** Characters that wait at most while the sink is busy. */
const MOST_WAITING = 1 << 24;

/** Takes the text of a trace. Until the promise that it returns is fulfilled it is given no more. */
export interface TraceSink {
  write(text: string): void | Promise<void>;
  /** Nothing more comes. */
  close?(): void | Promise<void>;
}

export interface RecordingOptions {
  /** The share of the keys that are recorded, by a hash of the key; 1 if not given. */
  readonly rate?: number;
}

/** What is in the trace. */
export interface RecordingSummary {
  readonly requests: number;
  /** Requests that came while too much waited for the sink, or after it failed, and are not in the trace. */
  readonly dropped: number;
}

/** Writes the requests of a cache as a trace: Tierlab's own columns, times counted from the first request. */
export class Recording implements RequestTap {
  private requests = 0;
  private dropped = 0;
  private waiting = HEADER;
  private startedAt = Number.NaN;
  private writing: Promise<void> | null = null;
  private failure: { readonly error: unknown } | null = null;
  private readonly sink: TraceSink;
  private readonly rate: number;
  private readonly end: () => void;
  private stopped: Promise<RecordingSummary> | null = null;

  /** @param tap begins to show requests, and returns how to end that. @throws InputError */
  constructor(tap: (to: RequestTap) => () => void, sink: TraceSink, { rate = 1 }: RecordingOptions) {
    if (!(rate > 0 && rate <= 1)) throw new InputError('rate', `found ${String(rate)}, expected above 0, at most 1`);
    this.sink = sink;
    this.rate = rate;
    this.end = tap(this);
  }

  request(
    op: number,
    key: string,
    time: number,
    size: number,
    type: number,
    priority: number,
    ttl: number,
    client: string | undefined,
  ): void {
    if (!isSampled(key, this.rate)) return;
    if (this.failure || this.waiting.length >= MOST_WAITING) {
      this.dropped++;
      return;
    }
    if (Number.isNaN(this.startedAt)) this.startedAt = time;
    this.requests++;
    this.waiting += `${time - this.startedAt},${OPERATIONS[op]},${field(key)},${size},${DATA_TYPES[type]},${PRIORITIES[priority]},${ttl === NO_TTL ? '' : ttl},${client === undefined ? '' : field(client)}\n`;
    if (this.waiting.length >= CHUNK) this.flush();
  }

  /** Ends the recording when all of it has been written. @throws what the sink threw first */
  stop(): Promise<RecordingSummary> {
    this.stopped ??= this.finish();
    return this.stopped;
  }

  private async finish(): Promise<RecordingSummary> {
    this.end();
    while (this.writing || (this.waiting.length > 0 && !this.failure)) {
      this.flush();
      await this.writing;
    }
    await this.sink.close?.();
    if (this.failure) throw this.failure.error;
    return { requests: this.requests, dropped: this.dropped };
  }

  private flush(): void {
    if (this.writing || this.failure) return;
    const text = this.waiting;
    this.waiting = '';
    try {
      const written = this.sink.write(text);
      if (written instanceof Promise) this.writing = written.then(this.written, this.failed);
    } catch (error) {
      this.failed(error);
    }
  }

  private readonly written = () => {
    this.writing = null;
    if (this.waiting.length >= CHUNK) this.flush();
  };

  private readonly failed = (error: unknown) => {
    this.writing = null;
    this.failure = { error };
    this.waiting = '';
  };
}

/**
 * A text as a field of a table, quoted where a delimiter, a quote or a blank is in it. What no line can hold, invisible characters or
 * nothing at all, is written as JSON writes it, and so is what would look like that.
 */
function field(text: string): string {
  const shown = /^$|^"|\p{Cc}/u.test(text) ? JSON.stringify(text) : text;
  return /[\s",]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
