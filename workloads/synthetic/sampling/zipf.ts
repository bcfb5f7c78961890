import { fineUniform } from './uniform.ts';

/**
 * Draws ranks 0 … n − 1, rank r with probability proportional to (r + 1)^-alpha, in constant time and memory for any
 * alpha ≥ 0: rejection-inversion (W. Hörmann, G. Derflinger: Rejection-inversion to generate variates from monotone
 * discrete distributions, ACM TOMACS 6(3), 1996).
 *
 * The hat is the integral H of h(x) = x^-alpha, written with expm1 and log1p so that it stays exact near alpha = 1. A
 * point u under the hat falls to k, the integer nearest to its H⁻¹(u), and is kept when it lies in the last h(k) before
 * H(k + ½). The first rank needs no rejection: its cell is cut to h(1) at once.
 */
export function zipfSampler(random: () => number, n: number, alpha: number): () => number {
  const t = 1 - alpha;
  const h = (x: number) => x ** -alpha;
  const H = t === 0 ? Math.log : (x: number) => Math.expm1(t * Math.log(x)) / t;
  const inverseH = t === 0 ? Math.exp : (u: number) => Math.exp(Math.log1p(u * t) / t);
  const low = H(1.5) - 1;
  const span = H(n + 0.5) - low;
  // Within this distance below k every point is kept; it is smallest at k = 2 (Hörmann and Derflinger, their s).
  const squeeze = 2 - inverseH(H(2.5) - h(2));
  return () => {
    for (;;) {
      const u = low + fineUniform(random) * span;
      const x = inverseH(u);
      const k = Math.min(n, Math.max(1, Math.round(x)));
      if (k - x <= squeeze || u >= H(k + 0.5) - h(k)) return k - 1;
    }
  };
}
