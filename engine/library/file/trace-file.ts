import { type FileHandle, open } from 'node:fs/promises';
import type { TraceSink } from '../recording.ts';

/** A trace in a file, which must not be there yet: what production did is not written over. */
export function traceFile(path: string): TraceSink {
  let file: Promise<FileHandle> | null = null;
  return {
    async write(text) {
      file ??= open(path, 'wx');
      // Unlike `write`, it goes on until all is written.
      await (await file).appendFile(text);
    },
    async close() {
      if (file) await (await file.catch(() => null))?.close();
    },
  };
}
