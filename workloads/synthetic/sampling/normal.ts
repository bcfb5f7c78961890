/**
 * A standard normal number (G. E. P. Box, M. E. Muller: A note on the generation of random normal deviates, Annals of
 * Mathematical Statistics 29(2), 1958). Of the 32 bits of a draw, none is further from 0 than √(2 ln 2^32) = 6.66.
 */
export function normal(random: () => number): number {
  // The second number that the same two draws would give is left: to keep it costs more than to draw again.
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
