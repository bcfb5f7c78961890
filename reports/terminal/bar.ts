const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;
const FULL = '█';

/** A bar of `share` (0…1) of so many columns, exact to an eighth of a column; something, however little, shows as one eighth. */
export function bar(share: number, columns: number): string {
  const eighths = share > 0 ? Math.max(1, Math.round(share * columns * 8)) : 0;
  return FULL.repeat(eighths >> 3) + EIGHTHS[eighths & 7]!;
}
