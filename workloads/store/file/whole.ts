import { readSync, writeSync } from 'node:fs';

/** Writes all of the bytes, however often the system must be asked. @throws NodeJS.ErrnoException */
export function writeWhole(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let from = 0; from < bytes.length; )
    from += writeSync(descriptor, bytes, from, bytes.length - from, position + from);
}

/** Reads as many bytes as there is room for. @throws Error when the file ends before them */
export function readWhole(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let from = 0; from < bytes.length; ) {
    const read = readSync(descriptor, bytes, from, bytes.length - from, position + from);
    if (read === 0) throw new Error('the file of requests ends early');
    from += read;
  }
}
