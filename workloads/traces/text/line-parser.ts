import { InputError } from '../../../spec/input-error.ts';
import type { Column } from '../../requests.ts';
import type { TraceContext, TraceParser } from '../contract.ts';
import { TraceRecorder } from '../trace-recorder.ts';
import { type LineReader, Lines } from './lines.ts';

const SPACE = 0x20;

/** Makes the error for something in the current line; `column` counts bytes from 1. */
export type Fail = (column: number, problem: string) => InputError;

/**
 * A parser of text with one record a line. Blank lines are skipped.
 * @param reader makes the function that takes a line and writes to the recorder
 */
export function parseLines(
  context: TraceContext,
  columns: readonly Column[],
  reader: (recorder: TraceRecorder, fail: Fail) => LineReader,
): TraceParser {
  const recorder = new TraceRecorder(context, columns);
  const fail: Fail = (column, problem) =>
    new InputError(`${context.place}:${lines.number}:${column}`, `${problem} (${recorder.before})`);
  const read = reader(recorder, fail);
  const lines = new Lines(context.place, (bytes, start, end) => {
    if (recorder.full) return;
    for (let at = start; at < end; at++) {
      if (bytes[at]! > SPACE) return read(bytes, start, end);
    }
  });

  return {
    get full() {
      return recorder.full;
    },
    get records() {
      return recorder.records;
    },
    write: chunk => lines.write(chunk),
    end() {
      lines.end();
      return recorder.finish();
    },
    originals: () => recorder.originals(),
  };
}
