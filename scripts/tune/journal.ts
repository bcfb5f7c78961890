import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Cell } from '../../engine/experiments/tune/cell.ts';
import type { Measures } from '../../engine/experiments/tune/measures.ts';
import { InputError } from '../../spec/input-error.ts';
import { hashOf } from '../results/digest.ts';

/**
 * Every cell that was measured, a line of JSON each, written as soon as it is known: whoever is killed and starts again measures the
 * rest only. The first line says what the cells were measured on.
 */
export class Journal {
  /** How many cells were known when it was opened. */
  readonly found: number;
  private readonly descriptor: number;
  private readonly known = new Map<string, readonly Measures[]>();

  /**
   * @param identity of all that cells do not say themselves: the workload, the seed, the version
   * @param resume whether to go on with what is there; else it is thrown away
   * @throws InputError when what is there is not of the same identity
   */
  constructor(file: string, identity: string, resume: boolean) {
    mkdirSync(dirname(file), { recursive: true });
    const text = resume && existsSync(file) ? readFileSync(file, 'utf8') : '';
    // A process that was killed may have left half a line.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const [head, ...lines] = whole.split('\n').filter(line => line !== '');
    if (head !== undefined && (JSON.parse(head) as Head).identity !== identity)
      throw new InputError(
        '--resume',
        `${file} is of another workload, seed or version: leave --resume out to begin again`,
      );
    for (const line of lines) {
      const { key, measures } = JSON.parse(line) as Line;
      this.known.set(key, measures);
    }
    this.found = this.known.size;
    this.descriptor = openSync(file, resume ? 'a' : 'w');
    ftruncateSync(this.descriptor, Buffer.byteLength(whole));
    if (head === undefined) this.write({ schema: 'tierlab/evaluations@1', identity });
  }

  /** What was measured of a cell; undefined where it was not. */
  find(cell: Cell): readonly Measures[] | undefined {
    return this.known.get(keyOf(cell));
  }

  note(cell: Cell, measures: readonly Measures[]): void {
    const key = keyOf(cell);
    this.known.set(key, measures);
    this.write({ key, on: cell.on, measures, configuration: cell.configuration });
  }

  close(): void {
    closeSync(this.descriptor);
  }

  /** In one piece, so that a line is there or is not, but for the last. */
  private write(line: Head | Line): void {
    writeSync(this.descriptor, `${JSON.stringify(line)}\n`);
  }
}

interface Head {
  readonly schema: 'tierlab/evaluations@1';
  readonly identity: string;
}

interface Line extends Cell {
  readonly key: string;
  readonly measures: readonly Measures[];
}

function keyOf({ configuration, on }: Cell): string {
  return hashOf({ configuration, on }).slice(0, 32);
}
