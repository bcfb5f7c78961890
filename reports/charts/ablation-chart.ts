import type { AblateDocument } from '../../engine/documents/ablate.ts';
import { moreIsBetter } from '../../engine/documents/compare.ts';
import { movingSteps, precisionOf, sayChange, stepName } from '../words/ablation.ts';
import { METRIC_NAMES, sayMetric } from '../words/metric-words.ts';
import type { Frame } from './frame.ts';
import { type Waterfall, waterfallChart } from './waterfall.ts';

/** The way from one design to the other. */
export function ablationChart(document: AblateDocument, frame: Frame): SVGSVGElement {
  return waterfallChart(ablationWaterfall(document), frame);
}

/** The same, before it is drawn. */
export function ablationWaterfall(document: AblateDocument): Waterfall {
  const { from, to, metric } = document;
  const precision = precisionOf(document);
  const end = ({ name, mean }: typeof from) => ({ name, value: mean, label: sayMetric(metric, mean, precision) });
  return {
    from: end(from),
    to: end(to),
    what: METRIC_NAMES[metric],
    steps: movingSteps(document).map(step => {
      const label = sayChange(step.mean, document, precision);
      const better = label.startsWith('±') ? null : step.amount > 0 === moreIsBetter(metric);
      return { name: stepName(step), change: step.mean, label, better };
    }),
  };
}
