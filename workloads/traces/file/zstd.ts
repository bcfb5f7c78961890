import { ZSTDDecoder } from 'zstddec/stream';
import { DamagedData } from './damaged-data.ts';

const PIECE_BYTES = 1 << 16;
/** The smallest frame is an empty skippable one (RFC 8878, 3.1.2): each may make the decoder stop once without output. */
const SMALLEST_FRAME_BYTES = 8;

/** Decompresses zstd, of any number of frames, with windows up to 128 MiB. @throws DamagedData */
export async function* unzstd(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new ZSTDDecoder();
  await decoder.init();
  let stops = 0;
  function* pieces(): Generator<Uint8Array> {
    for (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        stops = 0;
        yield chunk.subarray(at, at + PIECE_BYTES);
      }
    }
  }
  for (const output of outputs(decoder, pieces())) {
    if (output.length > 0) yield output;
    // The decoder repeats itself for ever on data it cannot read.
    else if (++stops > PIECE_BYTES / SMALLEST_FRAME_BYTES)
      throw new DamagedData('is damaged, or needs a window of more than 128 MiB', undefined);
  }
}

function* outputs(decoder: ZSTDDecoder, pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  try {
    yield* decoder.decodeStreaming(pieces);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Incomplete stream'))
      throw new DamagedData('ends early', error);
    throw error;
  }
}
