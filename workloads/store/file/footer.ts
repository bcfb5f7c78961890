import { crc32 } from 'node:zlib';
import type { StoredTrace } from '../layout.ts';
import { readWhole, writeWhole } from './whole.ts';

/** `tierlab` in two words as this machine orders bytes: to a machine of the other order the file is foreign. */
const MAGIC = [0x72656974, 0x0062616c] as const;

/** A file ends with the text of its description, and four words: its bytes, its CRC-32, and the magic number. */
const TAIL_BYTES = 16;

export function writeFooter(descriptor: number, position: number, trace: StoredTrace): void {
  const text = new TextEncoder().encode(JSON.stringify(trace));
  const tail = new Uint32Array([text.length, crc32(text), ...MAGIC]);
  writeWhole(descriptor, text, position);
  writeWhole(descriptor, new Uint8Array(tail.buffer), position + text.length);
}

/**
 * @param fileBytes length of the file
 * @throws Error when this is no whole file of requests
 */
export function readFooter(descriptor: number, fileBytes: number): StoredTrace {
  const tail = new Uint32Array(TAIL_BYTES / 4);
  readWhole(descriptor, new Uint8Array(tail.buffer), fileBytes - TAIL_BYTES);
  const [bytes, checksum, ...magic] = tail;
  if (MAGIC.some((word, i) => magic[i] !== word)) throw new Error('a foreign file');
  const text = new Uint8Array(Math.min(bytes!, fileBytes));
  readWhole(descriptor, text, fileBytes - TAIL_BYTES - text.length);
  if (crc32(text) !== checksum) throw new Error('a damaged file');
  // What has the right checksum was written by writeFooter; its version is part of the identity that the caller compares.
  return JSON.parse(new TextDecoder().decode(text)) as StoredTrace;
}
