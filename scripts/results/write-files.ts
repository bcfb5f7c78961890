import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDirectory } from './output-directory.ts';

/** Writes text files into a directory, each under a temporary name first, so that a half-written result never exists. */
export function writeFiles(directory: string, files: Readonly<Record<string, string>>): void {
  makeDirectory(directory);
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name);
    const temporary = `${path}.${process.pid}.tmp`;
    try {
      writeFileSync(temporary, text);
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }
}
