/** Compressed data that cannot be decompressed to its end; the message goes on from "the gzip data". */
export class DamagedData extends Error {
  override readonly name = 'DamagedData';

  /** @param problem `ends early`, `is damaged` … */
  constructor(problem: string, cause: unknown) {
    super(problem, { cause });
  }
}
