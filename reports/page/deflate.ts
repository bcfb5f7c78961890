import { deflateRawSync } from 'node:zlib';

/** Bytes as a page carries them: compressed, in letters that end no element. The page's `inflate` is the inverse. */
export function deflate(bytes: Uint8Array): string {
  return deflateRawSync(bytes, { level: 9 }).toString('base64');
}
