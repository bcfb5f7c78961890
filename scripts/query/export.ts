import { renameSync, rmSync, statSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import type { Database } from './database.ts';

/** What COPY is told, by the end of the file's name. */
const FORMATS: Readonly<Record<string, string>> = {
  '.parquet': 'format parquet, compression zstd',
  '.csv': 'format csv, header',
  '.json': 'format json, array true',
  '.jsonl': 'format json',
};

/** The format that a file's name asks for. @throws InputError for another, and for a file that is there and may not be written over */
export function exportFormat(file: string, force: boolean): string {
  const end = extname(file).toLowerCase();
  const format = FORMATS[end];
  const known = Object.keys(FORMATS);
  if (format === undefined)
    throw new InputError('--out', `${file}: expected a name with ${known.join(', ')}${suggestion(end, known)}`);
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new InputError('--out', `${file}: this is a directory, expected the name of a file`);
  if (there && !force) throw new InputError('--out', `${file}: the file exists; --force writes over it`);
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory())
    throw new InputError('--out', `${file}: there is no directory ${dirname(file)}`);
  return format;
}

/** Writes the rows under a temporary name first, so that the file is whole as soon as it is there. */
export async function exportRows(database: Database, sql: string, file: string, format: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await database.write(sql, temporary, format);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
