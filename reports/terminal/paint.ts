/** The styles a summary uses; each is also the name of a format of Node's `util.styleText`. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green' | 'magenta' | 'cyan' | 'gray';

/** Puts a style around a text. */
export type Paint = (style: Style, text: string) => string;

export const unpainted: Paint = (_style, text) => text;

/** How a summary is written. */
export interface SummaryOptions {
  /** Colours; none unless given. */
  readonly paint?: Paint;
  /** Columns, 80 unless given. */
  readonly width?: number;
  /** Where the page is; named in the last line. */
  readonly reportPath?: string;
}

/** From hot to cold, as near to the page's ramp as sixteen colours come. */
const LEVELS = ['red', 'yellow', 'blue', 'cyan', 'green', 'magenta'] as const;

export function levelStyle(level: number): Style {
  return LEVELS[level % LEVELS.length]!;
}
