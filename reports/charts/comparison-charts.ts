import type { CompareDocument, Metric } from '../../engine/documents/compare.ts';
import { type Comparison, comparisonsOf } from '../words/comparison.ts';
import { differenceWords } from '../words/difference-words.ts';
import { isRatio, METRIC_NAMES, sayMetric } from '../words/metric-words.ts';
import type { ChartName } from './drawings.ts';
import type { Frame } from './frame.ts';
import { type HeatMap, heatMapChart } from './heat-map.ts';
import { type IntervalDots, intervalDotsChart } from './interval-dots.ts';

/** The metrics of heat maps. */
export const MAPPED = ['latencyMeanMs', 'hitRatio'] as const satisfies readonly Metric[];

/** The name of the chart of one metric on one workload. @param workload counted from 0 */
export function dotsName(workload: number, metric: Metric): ChartName {
  return `dots-${workload}-${metric}`;
}

/** The metrics that have a chart: those in which variants differ. */
export function chartedMetrics({ metrics }: Comparison): readonly Metric[] {
  return metrics;
}

/** Of a comparison: dots for each metric and workload, and heat maps where there are several workloads. */
export function comparisonDrawings(document: CompareDocument): [ChartName, (frame: Frame) => SVGSVGElement][] {
  const comparisons = comparisonsOf(document);
  const dots = comparisons.flatMap((comparison, w) =>
    chartedMetrics(comparison).map((metric): [ChartName, (frame: Frame) => SVGSVGElement] => [
      dotsName(w, metric),
      frame => intervalDotsChart(dotsOf(comparison, metric), frame),
    ]),
  );
  if (comparisons.length < 2) return dots;
  return [
    ...dots,
    ...MAPPED.map((metric): [ChartName, (frame: Frame) => SVGSVGElement] => [
      `heat-${metric}`,
      frame => heatMapChart(mapOf(comparisons, metric), frame),
    ]),
  ];
}

function dotsOf({ variants, precision }: Comparison, metric: Metric): IntervalDots {
  const unit = isRatio(metric) ? ', %' : metric.startsWith('latency') ? ', ms' : '';
  return {
    dots: variants.map(({ name, metrics }) => ({ name, ...metrics[metric]! })),
    label: `${METRIC_NAMES[metric]}${metric === 'memory' ? `, ${precision.unit}` : unit}`,
    scale: isRatio(metric) ? 100 : 1,
    say: value => sayMetric(metric, value, precision),
  };
}

/** Workloads down, all variants but the first across: how much better or worse than the first each is. */
function mapOf(comparisons: readonly Comparison[], metric: Metric): HeatMap {
  const [first, ...others] = comparisons[0]!.variants.map(each => each.name);
  const cells = comparisons.flatMap(comparison =>
    others.map(name => {
      const found = comparison.differences.find(each => each.a === first && each.b === name && each.metric === metric)!;
      const before = comparison.variants[0]!.metrics[metric]!.mean;
      const words = differenceWords(comparison, found);
      const relative = isRatio(metric) ? found.mean : -found.mean / (before || 1);
      return {
        row: comparison.title,
        column: name,
        value: relative,
        text: words.difference.replace(/\u00a0points?$/, ''),
        hint: `${words.interval}  ${words.verdict}`,
        plain: found.verdict === 'no real difference',
      };
    }),
  );
  const unit = isRatio(metric) ? ', points' : '';
  return {
    rows: comparisons.map(each => each.title),
    columns: others,
    cells,
    what: `${METRIC_NAMES[metric]} against ${first}${unit}`,
  };
}
