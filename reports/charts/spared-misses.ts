import { axisX, axisY, dot, gridX, gridY, line, plot, ruleY, text } from '@observablehq/plot';
import { capacity, capacityWithUnit, points } from '../words/numbers.ts';
import { type Spared, sparedOf } from '../words/spared-finding.ts';
import { asPicture, FONT_SIZE, type Frame, NARROW, plotOptions, textWidth } from './frame.ts';
import { hint } from './hint.ts';
import { spreadLabels } from './label-layout.ts';
import { logTicks, roomForTicks } from './log-ticks.ts';
import type { CurveData } from './miss-ratio-curves.ts';
import { shortName } from './short-name.ts';

const AXIS = 44;
const MARGINS = { marginTop: 28, marginBottom: 44 } as const;

/**
 * How many points less than LRU each policy misses, by size: where curves lie close together, this is what tells them apart. Names
 * stand beside the middle of each line's height, the best on top.
 */
export function sparedMissesChart({ rows, unit, requests }: CurveData, frame: Frame): SVGSVGElement {
  const spared = sparedOf(rows);
  const all = spared.flatMap(each => each.points);
  const sizes = [Math.min(...all.map(each => each.capacity)), Math.max(...all.map(each => each.capacity))] as const;
  const [low, high] = [Math.min(0, ...all.map(each => each.spared)), Math.max(0.1, ...all.map(each => each.spared))];
  const height = frame.width < NARROW ? 280 : 320;
  const marginRight = 30 + Math.max(...spared.map(({ policy }) => textWidth(shortName(policy))));
  const ticks = logTicks(sizes[0], sizes[1], roomForTicks(frame.width - AXIS - marginRight));
  const figure = plot({
    ...plotOptions(frame, describe(spared, requests)),
    ...MARGINS,
    height,
    marginLeft: AXIS,
    marginRight,
    x: { type: 'log', domain: sizes },
    y: { domain: [low, high] },
    marks: [
      gridX(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
      gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisX(ticks, {
        text: (value: number) => capacity(value, unit),
        tickSize: 4,
        label: unit === 'entries' ? 'capacity, entries (log scale)' : 'capacity (log scale)',
        labelArrow: 'none',
        labelAnchor: 'right',
      }),
      axisY({ ticks: 5, tickSize: 0, label: 'points less than LRU', labelArrow: 'none', labelOffset: AXIS }),
      ruleY([0], { stroke: 'var(--muted)' }),
      ...spared.map(({ points: own, colour, role }) =>
        line(own, {
          ...{ x: 'capacity', y: 'spared', stroke: colour },
          ...(role === 'optimal' ? { strokeWidth: 1.5, strokeDasharray: '5 4' } : { strokeWidth: 2 }),
        }),
      ),
      ...spared.map(({ points: own, colour }) => dot(own, { x: 'capacity', y: 'spared', fill: colour, r: 2 })),
      names(spared, [low, high], sizes[1], height),
      hints(spared, { unit, requests }, frame),
    ],
  });
  return asPicture(figure);
}

/** All lines meet where everything fits, so names are a list in the order of what is spared on average. */
function names(spared: readonly Spared[], [low, high]: readonly [number, number], right: number, height: number) {
  const gap = ((FONT_SIZE + 3) * (high - low)) / (height - MARGINS.marginTop - MARGINS.marginBottom);
  const sorted = [...spared].sort((a, b) => a.mean - b.mean);
  const places = spreadLabels(
    sorted.map(({ mean }) => mean - low),
    gap,
    gap / 2,
    high - low - gap / 2,
  );
  const labels = sorted.map(({ policy, colour }, i) => ({ name: shortName(policy), colour, y: places[i]! + low }));
  const at = { x: () => right, y: 'y' } as const;
  return [
    dot(labels, { ...at, dx: 12, fill: 'colour', symbol: 'square', r: 4 }),
    text(labels, { ...at, dx: 22, text: 'name', textAnchor: 'start' }),
  ];
}

function hints(spared: readonly Spared[], { unit, requests }: Pick<CurveData, 'unit' | 'requests'>, frame: Frame) {
  const all = spared.flatMap(({ policy, points: own }) => own.map(point => ({ policy, ...point })));
  const title = (each: (typeof all)[number]) =>
    `${each.policy}\n${capacityWithUnit(each.capacity, unit)}\n${points(-each.spared / 100, requests)} missed against LRU`;
  return hint(frame, all, { x: 'capacity', y: 'spared', title });
}

function describe(spared: readonly Spared[], requests: number): string {
  const parts = spared.map(({ policy, best }) => `${policy} at best ${points(best.spared / 100, requests)}`);
  return `Misses spared against LRU by capacity: ${parts.join('; ')}.`;
}
