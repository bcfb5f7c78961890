/** A bar between two shares (0…1) of so many columns; a change too small for a column is a line. */
export function waterfallBar(start: number, end: number, columns: number): string {
  const [low, high] = [Math.min(start, end), Math.max(start, end)].map(share =>
    Math.round(Math.min(1, Math.max(0, share)) * columns),
  ) as [number, number];
  if (start === end) return '';
  return high > low ? `${' '.repeat(low)}${'█'.repeat(high - low)}` : `${' '.repeat(Math.min(low, columns - 1))}│`;
}
