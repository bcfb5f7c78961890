import type { Requests } from '../requests.ts';
import type { Originals, TraceFormat, TraceParser } from './contract.ts';
import { HEAD_BYTES, headOf } from './head.ts';
import { type OpenOptions, openTrace } from './open-trace.ts';

/** Reads a trace that arrives in chunks: holds the first of them back until they tell the format, then parses as they come. */
export class TraceReader {
  private readonly place: string;
  private readonly options: OpenOptions;
  private head: Uint8Array[] = [];
  private headBytes = 0;
  private opened: { format: TraceFormat; parser: TraceParser } | null = null;

  /** @param place the trace as the user named it, for messages */
  constructor(place: string, options: OpenOptions) {
    this.place = place;
    this.options = options;
  }

  /** Records read so far. */
  get records(): number {
    return this.opened?.parser.records ?? 0;
  }

  /** @throws InputError */
  write(chunk: Uint8Array): void {
    if (this.opened) {
      if (!this.opened.parser.full) this.opened.parser.write(chunk);
      return;
    }
    this.head.push(chunk);
    this.headBytes += chunk.length;
    if (this.headBytes >= HEAD_BYTES) this.open(false);
  }

  /** The trace has ended. @throws InputError */
  end(): { requests: Requests; format: TraceFormat; originals: () => Originals } {
    const { format, parser } = this.opened ?? this.open(true);
    return { requests: parser.end(), format, originals: () => parser.originals() };
  }

  /** The rest of the trace cannot be had: reads what was held back, for as far as it goes. */
  breakOff(): void {
    try {
      if (!this.opened) this.open(false);
    } catch {
      // Too little came to tell the format; that the trace broke off is what there is to say.
    }
  }

  private open(whole: boolean): { format: TraceFormat; parser: TraceParser } {
    const bytes = new Uint8Array(this.headBytes);
    let at = 0;
    for (const chunk of this.head) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    this.head = [];
    this.opened = openTrace(headOf(bytes, whole), this.place, this.options);
    this.opened.parser.write(bytes);
    return this.opened;
  }
}
