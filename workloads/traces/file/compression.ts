import { gunzip } from './gzip.ts';
import { unxz } from './xz.ts';
import { unzstd } from './zstd.ts';

export interface Compression {
  readonly name: string;
  /** Whether a file that starts with these bytes is compressed in this way. */
  matches(start: Uint8Array): boolean;
  /** @throws DamagedData when the data ends early or does not fit its checksums */
  decompress(chunks: Iterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

export const compressions: readonly Compression[] = [
  { name: 'gzip', matches: startsWith(0x1f, 0x8b, 0x08), decompress: gunzip },
  {
    name: 'zstd',
    matches: start => startsWith(0x28, 0xb5, 0x2f, 0xfd)(start) || isSkippableFrame(start),
    decompress: unzstd,
  },
  { name: 'xz', matches: startsWith(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00), decompress: unxz },
];

/** Compressions that a user may well have, and that are not read. */
export const unreadable: readonly Pick<Compression, 'name' | 'matches'>[] = [
  { name: 'bzip2', matches: start => startsWith(0x42, 0x5a, 0x68)(start) && start[4] === 0x31 && start[5] === 0x41 },
  { name: 'zip', matches: startsWith(0x50, 0x4b, 0x03, 0x04) },
  { name: 'lz4', matches: startsWith(0x04, 0x22, 0x4d, 0x18) },
];

function startsWith(...magic: number[]): (start: Uint8Array) => boolean {
  return start => magic.every((byte, i) => start[i] === byte);
}

/** A zstd file may open with a frame of someone else's data (RFC 8878, 3.1.2). */
function isSkippableFrame(start: Uint8Array): boolean {
  return (start[0]! & 0xf0) === 0x50 && start[1] === 0x2a && start[2] === 0x4d && start[3] === 0x18;
}
