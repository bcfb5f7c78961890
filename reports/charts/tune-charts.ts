import type { TuneDocument } from '../../engine/documents/tune.ts';
import { objectiveAxes, objectiveText, onAxis, rowName } from '../words/tune-words.ts';
import type { Frame } from './frame.ts';
import { frontChart } from './front.ts';
import { intervalDotsChart } from './interval-dots.ts';
import { parallelCoordinatesChart } from './parallel-coordinates.ts';
import { sensitivityChart } from './sensitivity.ts';

export type TuneChart = 'dots-objective' | 'front' | 'sensitivity' | 'parallel-coordinates';

/** The charts of a tuning that have something to show. */
export function tuneDrawings(document: TuneDocument): [TuneChart, (frame: Frame) => SVGSVGElement][] {
  const { objective, validation, evaluations, search, sensitivity } = document;
  const dots = {
    dots: validation.rows.map(row => ({ name: rowName(row), ...row.metrics.objective })),
    label: `${objectiveAxes[objective]}, on unseen requests`,
    scale: onAxis(objective, 1),
    say: (value: number) => objectiveText(objective, value, validation.requests),
  };
  const whole = evaluations.filter(each => each.look === search.looks.length - 1);
  return [
    ['dots-objective', frame => intervalDotsChart(dots, frame)],
    ...(whole.length > 2
      ? ([
          ['front', frame => frontChart(document, frame)],
          ['parallel-coordinates', frame => parallelCoordinatesChart(document, frame)],
        ] satisfies [TuneChart, (frame: Frame) => SVGSVGElement][])
      : []),
    ...(sensitivity.length > 0
      ? ([['sensitivity', frame => sensitivityChart(document, frame)]] satisfies [
          TuneChart,
          (frame: Frame) => SVGSVGElement,
        ][])
      : []),
  ];
}
