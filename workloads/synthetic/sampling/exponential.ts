/**
 * A time until the next event of a Poisson process, by inversion. Of the 32 bits of a draw, the rarest gap is 22 times the mean.
 */
export function exponential(random: () => number, mean: number): number {
  return -mean * Math.log(1 - random());
}
