import { axisX, dot, gridX, plot, ruleX, ruleY, text } from '@observablehq/plot';
import { ticks } from 'd3-array';
import { asPicture, type Frame, plotOptions, textWidth } from './frame.ts';
import { hint } from './hint.ts';
import { coloursByName } from './name-colours.ts';
import { shortName } from './short-name.ts';

const ROW = 26;
/** Room beside the outermost intervals, of the range that they span. */
const PADDING = 0.08;

/** An estimate with its interval. */
interface IntervalDot {
  readonly name: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface IntervalDots {
  /** From top to bottom; each keeps its colour. */
  readonly dots: readonly IntervalDot[];
  /** What the axis measures, with its unit. */
  readonly label: string;
  /** From the dots' unit to that of the axis: 100 for percent. */
  readonly scale: number;
  /** A value as it stands beside its dot. */
  say(value: number): string;
}

/** Estimates as dots with their intervals, a line for each; the axis spans what was measured and need not begin at zero. */
export function intervalDotsChart({ dots, label, scale, say }: IntervalDots, frame: Frame): SVGSVGElement {
  const colours = coloursByName(dots.map(each => each.name));
  const rows = dots.map(({ name, mean, low, high }) => ({
    name,
    mean: mean * scale,
    low: low * scale,
    high: high * scale,
    value: say(mean),
    hint: `${name}\n${say(mean)}\n95 % interval ${say(low)} to ${say(high)}`,
    colour: colours.get(name)!,
  }));
  const least = Math.min(...rows.map(each => each.low));
  const most = Math.max(...rows.map(each => each.high));
  const room = (most - least || Math.abs(most) || 1) * PADDING;
  const told = dots.map(each => `${each.name} ${say(each.mean)} (${say(each.low)} to ${say(each.high)})`);
  const marginLeft = Math.max(...rows.map(each => textWidth(shortName(each.name)))) + 16;
  const marginRight = Math.max(...rows.map(each => textWidth(each.value))) + 16;
  const domain = [Math.max(0, least - room), most + room] as const;
  const values = legibleTicks(domain, frame.width - marginLeft - marginRight);
  const figure = plot({
    ...plotOptions(frame, `${label}, with 95 % intervals: ${told.join(', ')}.`),
    marginLeft,
    marginRight,
    marginTop: 8,
    marginBottom: 42,
    height: rows.length * ROW + 50,
    x: { domain },
    y: { type: 'point', domain: rows.map(each => each.name), axis: null, padding: 0.5 },
    marks: [
      gridX(values, { stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisX(values, { tickSize: 4, label, labelArrow: 'none', labelAnchor: 'right' }),
      ruleX([Math.max(0, least - room)], { stroke: 'var(--rule)' }),
      ruleY(rows, { x1: 'low', x2: 'high', y: 'name', stroke: 'colour', strokeWidth: 2 }),
      dot(rows, { x: 'mean', y: 'name', fill: 'colour', r: 4.5 }),
      text(rows, {
        frameAnchor: 'left',
        y: 'name',
        text: each => shortName(each.name),
        textAnchor: 'end',
        dx: -10,
      }),
      text(rows, {
        frameAnchor: 'right',
        y: 'name',
        text: 'value',
        textAnchor: 'start',
        dx: 10,
        fill: 'var(--muted)',
      }),
      hint(frame, rows, { x: 'mean', y: 'name', title: each => each.hint, near: 'y' }),
    ],
  });
  return asPicture(figure);
}

/** Round values, as many as stand beside each other with room between: four at most, or a few more of d3's. */
function legibleTicks([low, high]: readonly [number, number], pixels: number): number[] {
  for (let wanted = 4; wanted > 1; wanted--) {
    const found = ticks(low, high, wanted);
    const widest = Math.max(...found.map(value => textWidth(value.toLocaleString('en-US'))));
    if (found.length < 2 || (widest + 8) * (high - low) <= pixels * (found[1]! - found[0]!)) return found;
  }
  return ticks(low, high, 1);
}
