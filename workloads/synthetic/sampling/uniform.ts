/** A uniform number in [0, 1) of 53 bits, from two draws: one draw of 32 bits is too coarse for millions of keys. */
export function fineUniform(random: () => number): number {
  return (Math.floor(random() * 2 ** 26) * 2 ** 27 + Math.floor(random() * 2 ** 27)) / 2 ** 53;
}

/** Draws integers 0 … n − 1, each equally likely. */
export function uniformSampler(random: () => number, n: number): () => number {
  return () => Math.floor(fineUniform(random) * n);
}
