/**
 * Who makes many comparisons finds differences by chance. Holm's step-down correction bounds the probability of even one such finding,
 * whatever the comparisons have to do with each other ("A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian
 * Journal of Statistics 6, 1979).
 * @returns adjusted probabilities, in the order of those given
 */
export function holm(probabilities: readonly number[]): number[] {
  const order = probabilities.map((_, i) => i).sort((i, j) => probabilities[i]! - probabilities[j]! || i - j);
  const adjusted = new Array<number>(probabilities.length);
  let least = 0;
  for (const [rank, i] of order.entries()) {
    least = Math.max(least, Math.min(1, (probabilities.length - rank) * probabilities[i]!));
    adjusted[i] = least;
  }
  return adjusted;
}
