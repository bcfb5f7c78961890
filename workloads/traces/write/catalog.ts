import { InputError } from '../../../spec/input-error.ts';
import type { TargetFormat } from './contract.ts';
import { csv } from './csv.ts';
import { keys } from './keys.ts';
import { oracleGeneral } from './oracle-general.ts';

/** Every format that traces are written in. */
export const targetFormats: readonly TargetFormat[] = [oracleGeneral, csv, keys];

/** Compressions that have usual endings, and that nothing here makes. */
const UNWRITABLE = ['zst', 'xz', 'bz2', 'lz4', 'zip', 'br'];

/** How a trace is to be written. */
export interface Target {
  readonly format: TargetFormat;
  readonly gzip: boolean;
}

/**
 * The format that is named, or else the one that a file's name stands for; compressed where the name ends in `.gz`.
 * @param name of a format
 * @param file the name of the file; `-` tells nothing
 * @throws InputError
 */
export function findTarget(name: string | undefined, file: string): Target {
  const lower = file.toLowerCase();
  const unwritable = UNWRITABLE.find(each => lower.endsWith(`.${each}`));
  if (unwritable !== undefined)
    throw new InputError(
      file,
      `.${unwritable} is not written, expected .gz or a plain file (or - and a pipe to a packer)`,
    );
  const gzip = lower.endsWith('.gz');
  const plain = gzip ? lower.slice(0, -'.gz'.length) : lower;
  const format = targetFormats.find(each =>
    name === undefined ? each.extensions.some(ending => plain.endsWith(`.${ending}`)) : each.name === name,
  );
  if (format) return { format, gzip };
  const names = targetFormats.map(each => each.name).join(', ');
  throw new InputError('--to', `${file === '-' ? '-' : file} stands for no format, expected one of ${names}`);
}
