import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../../spec/input-error.ts';
import { makeDirectory } from './output-directory.ts';

export interface JsonLinesOptions<Line> {
  /** Whether to go on with what is there; else it is thrown away. */
  readonly resume: boolean;
  /** Which of the lines that are there still matter; all unless given. */
  keep?(line: Line): boolean;
}

/**
 * A file that grows by a line of JSON at a time: results are there as soon as they are known, and whoever is killed and starts again
 * finds them. Half a line at the end, which is what a kill may leave, is as good as none.
 */
export class JsonLines<Line extends object> {
  /** What was there when it was opened, in order. */
  readonly found: readonly Line[];
  private readonly descriptor: number;

  /** @throws InputError for a line in the middle that is no JSON */
  constructor(file: string, { resume, keep = () => true }: JsonLinesOptions<Line>) {
    makeDirectory(dirname(file));
    const text = resume && existsSync(file) ? readFileSync(file, 'utf8') : '';
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const lines = whole.split('\n').slice(0, -1);
    const kept = lines.map((line, i) => ({ line, value: parsed<Line>(line, `${file}:${i + 1}`) }));
    const wanted = kept.filter(({ value }) => keep(value));
    this.found = wanted.map(each => each.value);
    const remains = wanted.map(({ line }) => `${line}\n`).join('');
    // Never a moment in which less is there than was.
    if (remains !== text || !resume) replace(file, remains);
    this.descriptor = openSync(file, 'a');
  }

  /** In one piece, so that a line is there or is not, but for the last. */
  append(line: Line): void {
    writeFileSync(this.descriptor, `${JSON.stringify(line)}\n`);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

function replace(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

/** Whoever writes the file has made sure of what a line holds. */
function parsed<Line>(line: string, place: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    throw new InputError(place, 'not JSON; leave --resume out to begin again');
  }
}
