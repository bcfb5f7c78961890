import { createGunzip } from 'node:zlib';
import { DamagedData } from './damaged-data.ts';

/** Bounds what one piece can swell to: deflate makes at most 1,032 bytes of one. */
const PIECE_BYTES = 1 << 16;
const OUTPUT_BYTES = 1 << 18;

/**
 * Decompresses gzip, of any number of members. The stream is fed by hand, because reading it as an iterable would lose what was
 * decompressed before an error.
 * @throws DamagedData
 */
export async function* gunzip(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip({ chunkSize: OUTPUT_BYTES });
  const outputs: Uint8Array[] = [];
  let failure: NodeJS.ErrnoException | null = null;
  let ended = false;
  let wake = () => {};
  unzip.on('data', output => outputs.push(output));
  unzip.on('end', () => {
    ended = true;
    wake();
  });
  unzip.on('error', error => {
    failure = error;
    wake();
  });
  try {
    let before = 0;
    for (const piece of pieces(chunks)) {
      if (ended) {
        if (piece) onlyPadding(piece);
        continue;
      }
      await new Promise<void>(resolve => {
        wake = resolve;
        if (piece) unzip.write(piece, () => resolve());
        else unzip.end();
      });
      yield* outputs.splice(0);
      if (failure) throw damage(failure);
      // It ends by itself where zeros follow, and says no more of what comes then.
      if (ended && piece) onlyPadding(piece.subarray(unzip.bytesWritten - before));
      before += piece?.length ?? 0;
    }
  } finally {
    unzip.destroy();
  }
}

/** The data in pieces, and null for its end. */
function* pieces(chunks: Iterable<Uint8Array>): Generator<Uint8Array | null> {
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES);
  }
  yield null;
}

/** Behind the last member there may be zeros, to fill a block (as `gzip` takes them). @throws DamagedData for anything else */
function onlyPadding(bytes: Uint8Array): void {
  if (bytes.some(byte => byte !== 0)) throw new DamagedData('is followed by something else', undefined);
}

function damage(error: NodeJS.ErrnoException): Error {
  return new DamagedData(error.code === 'Z_BUF_ERROR' ? 'ends early' : 'is damaged', error);
}
