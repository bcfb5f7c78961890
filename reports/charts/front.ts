import { axisX, axisY, dot, gridX, gridY, line, plot, text } from '@observablehq/plot';
import type { TuneDocument, TuneEvaluation } from '../../engine/documents/tune.ts';
import { capacity, tickCount } from '../words/numbers.ts';
import { money, objectiveAxes, objectiveNouns, objectiveText, onAxis } from '../words/tune-words.ts';
import { asPicture, type Frame, NARROW, plotOptions } from './frame.ts';
import { hint } from './hint.ts';
import { policyColour } from './palette.ts';

/** Every configuration that was looked at with all requests, by its memory and what it brings; those that nothing surpasses are joined. */
export function frontChart(document: TuneDocument, frame: Frame): SVGSVGElement {
  const { evaluations, objective, budget, search } = document;
  const priced = budget.cost !== null;
  const memory = (each: TuneEvaluation) => (priced ? each.cost : each.capacity);
  const sayMemory = (value: number) => (priced ? money(value) : capacity(value, budget.unit));
  const say = (value: number) => objectiveText(objective, value, search.requests);
  const last = search.looks.length - 1;
  const points = evaluations
    .filter(each => each.look === last)
    .map(each => ({ ...each, x: memory(each), y: onAxis(objective, each.value) }));
  const front = document.front.map(number => points.find(each => each.number === number)!);
  const usual = points.find(each => each.stage === 'default')!;
  const best = points.find(each => each.number === document.best.evaluation) ?? front.at(-1)!;
  // The two may lie so close that their names must part.
  const named = [
    { ...usual, name: 'default' },
    { ...best, name: 'tuned' },
  ].sort((a, b) => b.y - a.y);
  const told = front.map(each => `${say(each.value)} with ${sayMemory(each.x)}`).join('; ');
  const widest = Math.max(...points.map(each => each.x));
  const figure = plot({
    ...plotOptions(frame, `${objectiveNouns[objective]} by memory, the best for each: ${told}.`),
    height: frame.width < NARROW ? 320 : 400,
    marginLeft: 62,
    marginRight: 76,
    marginBottom: 44,
    marginTop: 24,
    x: { domain: [0, 1.02 * widest] },
    y: { nice: true },
    marks: [
      gridX({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      axisX({
        ticks: frame.width < NARROW ? 3 : 5,
        tickSize: 4,
        label: priced ? 'cost of the memory, a month' : `memory, ${budget.unit}`,
        labelArrow: 'none',
        labelAnchor: 'right',
        tickFormat: (value: number) => (priced || budget.unit === 'bytes' ? sayMemory(value) : tickCount(value)),
      }),
      axisY({ ticks: 5, tickSize: 4, label: objectiveAxes[objective], labelArrow: 'none' }),
      dot(points, { x: 'x', y: 'y', r: 3, fill: 'var(--muted)', fillOpacity: 0.45 }),
      line(front, { x: 'x', y: 'y', stroke: policyColour(0), strokeWidth: 1.5, curve: 'step-after' }),
      dot(front, { x: 'x', y: 'y', r: 4.5, fill: policyColour(0) }),
      dot(named, { x: 'x', y: 'y', r: 5.5, fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 }),
      named.map((each, i) =>
        text([each], { x: 'x', y: 'y', text: 'name', textAnchor: 'start', dx: 11, dy: i === 0 ? -8 : 8 }),
      ),
      hint(frame, points, {
        x: 'x',
        y: 'y',
        title: each => `number ${each.number}, ${each.stage}\n${say(each.value)}\n${sayMemory(each.x)}`,
      }),
    ],
  });
  return asPicture(figure);
}
