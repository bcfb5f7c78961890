import { axisX, cell, plot, text } from '@observablehq/plot';
import { asPicture, type Frame, plotOptions, textWidth } from './frame.ts';
import { hint } from './hint.ts';
import { shortName } from './short-name.ts';

const ROW = 34;
/** Below this width in pixels, column names that do not fit stand upright. */
const UPRIGHT = 450;
/** Pixels of a cell with a number and some air. */
const COMFORTABLE = 90;
/** The deepest tint: text stays readable on it. */
const DEEPEST = 0.55;

/** A place of a heat map. */
interface HeatCell {
  readonly row: string;
  readonly column: string;
  /** Above 0 is better, below worse; drawn in proportion to the largest of all. */
  readonly value: number;
  /** What stands in the cell. */
  readonly text: string;
  /** What there is to say beside it. */
  readonly hint: string;
  /** Drawn without a tint: what it shows is no real difference. */
  readonly plain: boolean;
}

export interface HeatMap {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly HeatCell[];
  /** What the cells show, for the text alternative. */
  readonly what: string;
}

/**
 * Cells that say their number on a tint: blue for better, orange for worse. Rows and columns change places where the cells would
 * otherwise be too narrow for their numbers; if they still are, the tints stand alone.
 */
export function heatMapChart(map: HeatMap, frame: Frame): SVGSVGElement {
  const { rows, columns, cells, what } = fitted(map, frame.width);
  const deepest = Math.max(...cells.map(each => Math.abs(each.value)), Number.MIN_VALUE);
  const { marginLeft, marginRight, marginTop, slant, legible } = layoutOf({ rows, columns, cells }, frame.width);
  const told = rows.map(row => {
    const own = cells.filter(each => each.row === row);
    return `${row}: ${own.map(each => `${each.column} ${each.text}`).join(', ')}`;
  });
  const figure = plot({
    ...plotOptions(frame, `${what}. ${told.join('; ')}.`),
    marginLeft,
    marginRight,
    marginTop,
    marginBottom: 2,
    height: rows.length * ROW + marginTop + 2,
    x: { type: 'band', domain: [...columns], padding: 0.03, label: null },
    y: { type: 'band', domain: [...rows], padding: 0.08, axis: null },
    marks: [
      axisX({
        anchor: 'top',
        tickSize: 0,
        tickRotate: (-slant * 180) / Math.PI,
        tickFormat: (column: string) => shortName(column),
      }),
      cell(cells, {
        x: 'column',
        y: 'row',
        fill: each => (each.plain ? 'var(--grid)' : each.value > 0 ? 'var(--policy-1)' : 'var(--policy-2)'),
        fillOpacity: each => (each.plain ? 1 : 0.08 + (DEEPEST - 0.08) * (Math.abs(each.value) / deepest)),
      }),
      legible ? text(cells, { x: 'column', y: 'row', text: 'text', fill: 'var(--ink)' }) : [],
      text(rows, {
        frameAnchor: 'left',
        y: row => row,
        text: row => shortName(row, longestName(columns.length, frame.width)),
        textAnchor: 'end',
        dx: -8,
      }),
      hint(frame, cells, {
        x: 'column',
        y: 'row',
        title: each => `${each.row}\n${each.column}  ${each.text}\n${each.hint}`,
      }),
    ],
  });
  return asPicture(figure);
}

/** The map, or the same with rows and columns exchanged where only that has room for the numbers. */
function fitted(map: HeatMap, width: number): HeatMap {
  if (layoutOf(map, width).legible) return map;
  const { rows: columns, columns: rows, cells, what } = map;
  const other = { rows, columns, cells: cells.map(each => ({ ...each, row: each.column, column: each.row })), what };
  return layoutOf(other, width).legible || columns.length < rows.length ? other : map;
}

/** Letters of a row's name: conditions often differ at their ends only, so names have what the cells leave. */
function longestName(columns: number, width: number): number {
  const left = Math.floor((width - columns * COMFORTABLE) / textWidth('m'));
  return Math.min(28, Math.max(18, left));
}

/** Names of columns slant where they do not fit side by side, and stand upright where there is no room beside the last one either. */
function layoutOf({ rows, columns, cells }: Omit<HeatMap, 'what'>, width: number) {
  const names = columns.map(column => textWidth(shortName(column)));
  const longest = Math.max(...names);
  const marginLeft = Math.max(...rows.map(row => textWidth(shortName(row, longestName(columns.length, width))))) + 12;
  const flat = (width - marginLeft - 1) / columns.length;
  const slant = longest < flat - 6 ? 0 : width < UPRIGHT ? Math.PI / 2 : SLANT;
  // What a slanted name needs beyond the columns that follow its own.
  const beyond = names.map((name, i) => name * Math.cos(slant) - (columns.length - i - 0.5) * flat);
  const marginRight = slant === 0 ? 1 : Math.max(1, ...beyond);
  const marginTop = slant === 0 ? 30 : 16 + longest * Math.sin(slant);
  const room = (width - marginLeft - marginRight) / columns.length;
  return {
    marginLeft,
    marginRight,
    marginTop,
    slant,
    legible: Math.max(...cells.map(each => textWidth(each.text))) < room,
  };
}

/** Of column names that do not fit side by side, in radians. */
const SLANT = Math.PI / 5;
