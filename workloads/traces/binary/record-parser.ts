import { InputError } from '../../../spec/input-error.ts';
import type { Column } from '../../requests.ts';
import type { TraceContext, TraceParser } from '../contract.ts';
import { TraceRecorder } from '../trace-recorder.ts';

/** Reads the whole records that start at bytes `from`, `from + length` … below `to`. */
export type RecordReader = (view: DataView, from: number, to: number) => void;

/**
 * A parser of binary records of one length.
 * @param length bytes a record
 * @param reader makes the function that writes records to the recorder
 */
export function parseRecords(
  context: TraceContext,
  columns: readonly Column[],
  length: number,
  reader: (recorder: TraceRecorder) => RecordReader,
): TraceParser {
  const recorder = new TraceRecorder(context, columns);
  const read = reader(recorder);
  const cut = new Uint8Array(length);
  const cutView = new DataView(cut.buffer);
  let cutLength = 0;
  let offset = 0;

  return {
    get full() {
      return recorder.full;
    },
    get records() {
      return recorder.records;
    },
    write(chunk) {
      offset += chunk.length;
      let from = 0;
      if (cutLength > 0) {
        from = Math.min(length - cutLength, chunk.length);
        cut.set(chunk.subarray(0, from), cutLength);
        cutLength += from;
        if (cutLength < length) return;
        read(cutView, 0, length);
      }
      const to = chunk.length - ((chunk.length - from) % length);
      if (from < to) read(new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength), from, to);
      cut.set(chunk.subarray(to));
      cutLength = chunk.length - to;
    },
    end() {
      if (cutLength > 0 && !recorder.full) {
        const problem = `the last record is cut short: found ${cutLength} bytes, expected ${length}`;
        throw new InputError(`${context.place}: byte ${offset - cutLength}`, `${problem} (${recorder.before})`);
      }
      return recorder.finish();
    },
    originals: () => recorder.originals(),
  };
}
