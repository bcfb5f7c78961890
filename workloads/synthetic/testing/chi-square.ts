/** Cells that expect fewer than this are counted together with their neighbours: the test is not valid for small ones. */
const SMALLEST_CELL = 10;
/** Five standard deviations: a correct sampler exceeds the limit once in 3.5 million seeds. */
const Z = 5;

/**
 * Pearson's χ² of observed counts against exact probabilities, and the limit that it stays below.
 * @param probabilities sums to 1, in the order of the counts
 */
export function chiSquare(counts: ArrayLike<number>, probabilities: ArrayLike<number>, draws: number) {
  let statistic = 0;
  let cells = 0;
  let found = 0;
  let expected = 0;
  const last = counts.length - 1;
  let rest = draws;
  for (let i = 0; i <= last; i++) {
    found += counts[i]!;
    expected += probabilities[i]! * draws;
    rest -= probabilities[i]! * draws;
    if ((expected < SMALLEST_CELL || rest < SMALLEST_CELL) && i < last) continue;
    statistic += (found - expected) ** 2 / expected;
    cells++;
    found = 0;
    expected = 0;
  }
  const freedom = Math.max(1, cells - 1);
  // Wilson and Hilferty's approximation of the quantile (PNAS 17, 1931).
  const limit = freedom * (1 - 2 / (9 * freedom) + Z * Math.sqrt(2 / (9 * freedom))) ** 3;
  return { statistic, limit };
}

/** Counts of 0 … n − 1 among so many draws. */
export function countDraws(draw: () => number, n: number, draws: number): Float64Array {
  const counts = new Float64Array(n);
  for (let i = 0; i < draws; i++) counts[draw()]!++;
  return counts;
}
