/**
 * The normal and Student's t distribution, as far as intervals and tests need them.
 */

/** P(Z ≤ x) of a standard normal, to about 1e-15: the series of Marsaglia, "Evaluating the Normal Distribution", 2004. */
export function normalBelow(x: number): number {
  if (x < -8) return 0;
  if (x > 8) return 1;
  let sum = x;
  let term = x;
  for (let i = 3; sum + term !== sum; i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/**
 * P(|T| > t) of Student's t with a whole number of degrees of freedom: the finite sums of Abramowitz and Stegun, 26.7.3 and
 * 26.7.4. Absolute error about 1e-15, so smaller probabilities come out as 0.
 */
export function studentBeyond(t: number, freedom: number): number {
  if (!Number.isFinite(t)) return 0;
  const angle = Math.atan(Math.abs(t) / Math.sqrt(freedom));
  const cosine = Math.cos(angle);
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  const within = odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  return Math.max(0, 1 - within);
}

/** The t that |T| exceeds with a probability in (0, 1). */
export function studentQuantile(beyond: number, freedom: number): number {
  let low = 0;
  let high = 1;
  while (studentBeyond(high, freedom) > beyond) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (studentBeyond(middle, freedom) > beyond) low = middle;
    else high = middle;
  }
  return high;
}
