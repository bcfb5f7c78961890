/** Between labels of a horizontal axis, pixels. */
const APART = 66;

/** How many labels a horizontal axis of so many pixels has room for: two to five. */
export function roomForTicks(pixels: number): number {
  return Math.max(2, Math.min(5, Math.floor(pixels / APART)));
}

/**
 * Round values of a logarithmic axis, at most `limit`: powers of ten, thinned out where they are many, 1–2–5 where they are few.
 * Axes label them by a `text` channel: Plot hands a `tickFormat` to the scale, which leaves out some labels of a logarithmic one.
 */
export function logTicks(low: number, high: number, limit = 5): number[] {
  const inside = (value: number) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
  const decades: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) decades.push(power);
  for (const steps of [[1, 2, 5], [1, 3], [1]]) {
    // 10 ** −2 × 5 is 0.05, but 10 ** −3 × 3 is not 0.003: divide where the power is negative.
    const ticks = decades.flatMap(p => steps.map(s => (p < 0 ? s / 10 ** -p : s * 10 ** p))).filter(inside);
    if (ticks.length <= limit) return ticks;
  }
  const powers = decades.map(p => 10 ** p).filter(inside);
  const stride = Math.ceil(powers.length / limit);
  return powers.filter((_, i) => i % stride === 0);
}
