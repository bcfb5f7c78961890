import type { Cell } from '../../engine/experiments/tune/cell.ts';
import type { Measures } from '../../engine/experiments/tune/measures.ts';
import { InputError } from '../../spec/input-error.ts';
import { hashOf } from '../results/digest.ts';
import { JsonLines } from '../results/json-lines.ts';

/**
 * Every cell that was measured, a line of JSON each, written as soon as it is known: whoever is killed and starts again measures the
 * rest only. The first line says what the cells were measured on.
 */
export class Journal {
  /** How many cells were known when it was opened. */
  readonly found: number;
  private readonly lines: JsonLines<Head | Line>;
  private readonly known = new Map<string, readonly Measures[]>();

  /**
   * @param identity of all that cells do not say themselves: the workload, the seed, the version
   * @param resume whether to go on with what is there; else it is thrown away
   * @throws InputError when what is there is not of the same identity
   */
  constructor(file: string, identity: string, resume: boolean) {
    this.lines = new JsonLines(file, { resume });
    const [head, ...lines] = this.lines.found as [Head?, ...Line[]];
    if (head !== undefined && head.identity !== identity) {
      this.lines.close();
      throw new InputError(
        '--resume',
        `${file} is of another workload, seed or version: leave --resume out to begin again`,
      );
    }
    for (const { key, measures } of lines) this.known.set(key, measures);
    this.found = this.known.size;
    if (head === undefined) this.lines.append({ schema: 'tierlab/evaluations@1', identity });
  }

  /** What was measured of a cell; undefined where it was not. */
  find(cell: Cell): readonly Measures[] | undefined {
    return this.known.get(keyOf(cell));
  }

  note(cell: Cell, measures: readonly Measures[]): void {
    const key = keyOf(cell);
    this.known.set(key, measures);
    this.lines.append({ key, on: cell.on, measures, configuration: cell.configuration });
  }

  close(): void {
    this.lines.close();
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
