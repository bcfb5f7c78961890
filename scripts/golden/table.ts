import { readFileSync } from 'node:fs';

/** One line of a table, by column. */
export class Line {
  /** The file and the number of the line, for messages. */
  readonly place: string;
  private readonly fields: ReadonlyMap<string, string>;

  constructor(place: string, fields: ReadonlyMap<string, string>) {
    this.place = place;
    this.fields = fields;
  }

  /** @throws Error where the table has no such column */
  text(column: string): string {
    const text = this.fields.get(column);
    if (text === undefined) throw new Error(`${this.place}: no column "${column}"`);
    return text;
  }

  /** @throws Error where there is no such column or no number in it */
  number(column: string): number {
    const text = this.text(column);
    const number = Number(text);
    if (text === '' || Number.isNaN(number))
      throw new Error(`${this.place}: column ${column}: found "${text}", expected a number`);
    return number;
  }
}

/** Reads a table with a header, fields divided by commas and none of them quoted. */
export function readTable(path: string): Line[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line, i) => {
    const place = `${path}: line ${i + 2}`;
    const fields = line.split(',');
    if (fields.length !== columns.length)
      throw new Error(`${place}: found ${fields.length} fields, expected ${columns.length}`);
    return new Line(place, new Map(columns.map((column, at) => [column, fields[at]!])));
  });
}
