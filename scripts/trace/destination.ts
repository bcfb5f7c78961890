import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../../spec/input-error.ts';
import type { Target } from '../../workloads/traces/write/catalog.ts';
import type { Settings } from '../options/settings.ts';

/** Stands for standard output. */
export const STANDARD_OUTPUT = '-';

/** Refuses, before a long trace is read, what could not be written to after it. @throws InputError */
export function checkDestination(out: string, { format, gzip }: Target, settings: Settings): void {
  if (out === STANDARD_OUTPUT) {
    if (settings.json) throw new InputError('--json', 'the trace itself goes to standard output; name a file for it');
    if (process.stdout.isTTY && (gzip || !format.isText))
      throw new InputError(out, `${format.name} is binary and no use on a terminal; name a file, or pipe it on`);
    return;
  }
  const known = statSync(out, { throwIfNoEntry: false });
  if (known?.isDirectory()) throw new InputError(out, 'this is a directory, expected the name of a file');
  if (known?.isFile() && !settings.force) throw new InputError(out, 'the file exists; --force writes over it');
  const directory = dirname(out);
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError(out, `there is no directory ${directory}`);
}
