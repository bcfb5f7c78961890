import { InputError } from '../../../spec/input-error.ts';
import type { Column } from '../../requests.ts';
import type { TraceContext, TraceParser } from '../contract.ts';
import { TraceRecorder } from '../trace-recorder.ts';

/** Makes the error for the record that starts at byte `at` of what is being read. */
export type FailAtRecord = (at: number, problem: string) => InputError;

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
  reader: (recorder: TraceRecorder, fail: FailAtRecord) => RecordReader,
): TraceParser {
  const recorder = new TraceRecorder(context, columns);
  /** Where in the trace the first byte stands of what is being read. */
  let start = 0;
  const fail: FailAtRecord = (at, problem) =>
    new InputError(`${context.place}: byte ${start + at}`, `${problem} (${recorder.before})`);
  const read = reader(recorder, fail);
  const cut = new Uint8Array(length);
  const cutView = new DataView(cut.buffer);
  let cutLength = 0;
  let bytesRead = 0;

  return {
    get full() {
      return recorder.full;
    },
    get records() {
      return recorder.records;
    },
    write(chunk) {
      let from = 0;
      if (cutLength > 0) {
        start = bytesRead - cutLength;
        from = Math.min(length - cutLength, chunk.length);
        cut.set(chunk.subarray(0, from), cutLength);
        cutLength += from;
        if (cutLength < length) {
          bytesRead += from;
          return;
        }
        read(cutView, 0, length);
      }
      start = bytesRead;
      bytesRead += chunk.length;
      const to = chunk.length - ((chunk.length - from) % length);
      if (from < to) read(new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength), from, to);
      cut.set(chunk.subarray(to));
      cutLength = chunk.length - to;
    },
    end() {
      if (cutLength > 0 && !recorder.full) {
        start = bytesRead - cutLength;
        throw fail(0, `the last record is cut short: found ${cutLength} of ${length} bytes`);
      }
      return recorder.finish();
    },
    originals: () => recorder.originals(),
  };
}
