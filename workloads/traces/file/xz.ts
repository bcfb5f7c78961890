import xz from 'xz-decompress';
import { DamagedData } from './damaged-data.ts';

/** How the decoder's message ends, by the return codes of XZ Embedded (`xz.h`). */
const PROBLEMS: readonly (readonly [string, string])[] = [
  ['error code 8', 'ends early'],
  ['error code 4', 'needs a dictionary that is too large (expected 64 MiB at most)'],
  ['error code 6', 'uses a filter or check that is not supported (expected LZMA2 with CRC32, CRC64 or none)'],
];

/** Decompresses xz, of any number of streams one after the other. @throws DamagedData */
export async function* unxz(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.iterator]();
  const input = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { done, value } = source.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  try {
    yield* new xz.XzReadableStream(input);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('error code'))) throw error;
    const problem = PROBLEMS.find(([ending]) => error.message.endsWith(ending))?.[1] ?? 'is damaged';
    throw new DamagedData(problem, error);
  }
}
