import { barX, dot, gridX, plot, ruleX, text, tickX } from '@observablehq/plot';
import { asPicture, type Frame, NARROW, plotOptions, textWidth } from './frame.ts';
import { shortName } from './short-name.ts';

/** Pixels of a bar's row: beside its name, and below it where there is no room beside. */
const ROW = { wide: 30, narrow: 46 } as const;
const LONGEST_NAME = 34;

/** What one cause adds to or takes from a quantity. */
interface WaterfallStep {
  readonly name: string;
  readonly change: number;
  /** What stands beside the bar. */
  readonly label: string;
  /** Whether the change is for the better; null for one that is as good as none. */
  readonly better: boolean | null;
}

interface WaterfallEnd {
  readonly name: string;
  readonly value: number;
  readonly label: string;
}

export interface Waterfall {
  readonly from: WaterfallEnd;
  readonly to: WaterfallEnd;
  /** In the order of the bars; they add up to the difference of the ends. */
  readonly steps: readonly WaterfallStep[];
  /** What the bars measure. */
  readonly what: string;
}

/** Of the larger end: changes that span less could not be seen beside bars that begin at zero. */
const CLOSE = 0.2;
/** Room beside the outermost values of a picture that does not begin at zero, of the range that they span. */
const PADDING = 0.12;

/** The values between which everything happens, and whether they are so close that the picture cannot begin at zero. */
function rangeOf({ from, steps }: Pick<Waterfall, 'from' | 'steps'>) {
  let at = from.value;
  const values = [at, ...steps.map(({ change }) => (at += change))];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { low, high, close: high > low && high - low < CLOSE * Math.max(Math.abs(low), Math.abs(high)) };
}

function colourOf(better: boolean | null): string {
  if (better === null) return 'var(--origin)';
  return better ? 'var(--policy-1)' : 'var(--policy-2)';
}

/** Whether the picture shows the range of the changes alone. */
export function isCloseUp(waterfall: Waterfall): boolean {
  return rangeOf(waterfall).close;
}

/**
 * From one value to another, step by step: each bar begins where the one above it ends. The ends are bars from zero, or, where the
 * changes are small beside them, dots in a picture of the changes' range.
 */
export function waterfallChart({ from, to, steps, what }: Waterfall, frame: Frame): SVGSVGElement {
  const { low, high, close } = rangeOf({ from, steps });
  const padding = PADDING * (high - low);
  let at = from.value;
  const moves = steps.map(({ name, change, label, better }) => {
    const start = at;
    at += change;
    return { name, start, end: at, label, colour: colourOf(better) };
  });
  const whole = ({ name, value, label }: WaterfallEnd) => ({
    name,
    start: close ? value : 0,
    end: value,
    label,
    colour: 'var(--origin)',
  });
  // Ends may be called like an axis, and each bar needs a row of its own.
  const bars = [whole(from), ...moves, whole(to)].map((bar, row) => ({
    ...bar,
    row: String(row),
    low: Math.min(bar.start, bar.end),
    high: Math.max(bar.start, bar.end),
  }));
  const narrow = frame.width < NARROW;
  const row = narrow ? ROW.narrow : ROW.wide;
  const told = steps.map(({ name, label }) => `${name} ${label}`);
  const figure = plot({
    ...plotOptions(frame, `${what}: ${from.name} ${from.label}; ${told.join('; ')}; ${to.name} ${to.label}.`),
    marginLeft: narrow ? 1 : Math.max(...bars.map(({ name }) => textWidth(shortName(name, LONGEST_NAME)))) + 12,
    marginRight: Math.max(...bars.map(({ label }) => textWidth(label))) + 14,
    marginTop: narrow ? 18 : 4,
    marginBottom: 4,
    height: bars.length * row + (narrow ? 22 : 8),
    x: {
      domain: close
        ? [low - padding, high + padding]
        : [Math.min(0, ...bars.map(each => each.low)), Math.max(...bars.map(each => each.high)) || 1],
      axis: null,
    },
    y: { type: 'band', domain: bars.map(each => each.row), axis: null, padding: narrow ? 0.6 : 0.35 },
    marks: [
      gridX({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      ruleX(close ? [] : [0], { stroke: 'var(--rule)' }),
      ruleX(close ? [from, to] : [], { x: 'value', stroke: 'var(--muted)', strokeDasharray: '2 3' }),
      barX(bars, { x1: 'low', x2: 'high', y: 'row', fill: 'colour' }),
      // A change too small for a bar is still a line.
      tickX(bars, { x: 'end', y: 'row', stroke: 'colour' }),
      dot(close ? [bars[0]!, bars.at(-1)!] : [], { x: 'end', y: 'row', r: 5, fill: 'colour' }),
      text(bars, {
        y: 'row',
        frameAnchor: 'left',
        text: each => shortName(each.name, LONGEST_NAME),
        ...(narrow ? { textAnchor: 'start', dy: -18 } : { textAnchor: 'end', dx: -8 }),
      }),
      text(bars, { x: 'high', y: 'row', text: 'label', textAnchor: 'start', dx: 10, fill: 'var(--muted)' }),
    ],
  });
  return asPicture(figure);
}
