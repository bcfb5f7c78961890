import type { SimDocument } from '../../engine/documents/sim.ts';
import { formatDuration } from '../../spec/quantity.ts';
import { capacity, compactCount, percent } from '../words/numbers.ts';
import { bar } from './bar.ts';
import { cut, printable } from './lines.ts';
import { levelStyle, type Paint, type Style } from './paint.ts';

interface Row {
  readonly cells: readonly string[];
  readonly share: number;
  readonly style: Style;
}

const HEADINGS = ['level', 'capacity', 'ttl', 'hits', 'of requests'] as const;
const GAP = '   ';
const LONGEST_NAME = 16;
const SHORTEST_BAR = 4;

/** A line for each place that answers requests, with a bar as long as its share of them. Lines are at most `width` columns. */
export function levelTable(document: SimDocument, width: number, paint: Paint): string[] {
  const { levels, partitions, configuration, totals } = document;
  const { requests } = totals;
  const settings = new Map([...configuration.levels, ...configuration.partitionLevels].map(each => [each.name, each]));
  const row = (name: string, room: number, hits: number, style: Style): Row => {
    const ttl = settings.get(name)?.ttlSeconds ?? null;
    return {
      cells: [
        cut(printable(name), LONGEST_NAME),
        capacity(room, configuration.unit),
        ttl === null ? '–' : formatDuration(ttl),
        compactCount(hits),
        percent(requests === 0 ? 0 : hits / requests, requests),
      ],
      share: requests === 0 ? 0 : hits / requests,
      style,
    };
  };
  const elsewhere = (name: string, answered: number): Row => ({
    cells: [name, '–', '–', compactCount(answered), percent(requests === 0 ? 0 : answered / requests, requests)],
    share: requests === 0 ? 0 : answered / requests,
    style: 'gray',
  });
  const rows: Row[] = [
    ...partitions.map(place => row(place.name, place.capacity, place.hits, 'green')),
    ...levels.map((place, i) => row(place.name, place.capacity, place.hits, levelStyle(i))),
    ...(totals.staleAnswers === undefined ? [] : [elsewhere('stale', totals.staleAnswers)]),
    elsewhere('origin', totals.misses),
  ];

  const widths = HEADINGS.map((heading, i) => Math.max(heading.length, ...rows.map(({ cells }) => cells[i]!.length)));
  const align = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(GAP);
  const text = 2 + widths.reduce((sum, each) => sum + each, 0) + GAP.length * (widths.length - 1);
  const longest = Math.max(SHORTEST_BAR, width - text - 2);
  const most = Math.max(...rows.map(({ share }) => share));
  return [
    paint('dim', `  ${align(HEADINGS)}`),
    ...rows.map(({ cells, share, style }) =>
      // Bars stand for shares of all requests, drawn out so that the longest fills the line.
      `  ${align(cells)}  ${paint(style, bar(most === 0 ? 0 : share / most, longest))}`.trimEnd(),
    ),
  ];
}
