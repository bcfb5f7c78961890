import type { AblateDocument } from '../../engine/documents/ablate.ts';
import type { CompareDocument } from '../../engine/documents/compare.ts';
import type { MrcDocument } from '../../engine/documents/mrc.ts';
import type { MrcPerLevelDocument } from '../../engine/documents/mrc-per-level.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import type { TuneDocument } from '../../engine/documents/tune.ts';
import { isSparedShown } from '../words/spared-finding.ts';
import { ablationChart } from './ablation-chart.ts';
import { comparisonDrawings } from './comparison-charts.ts';
import { curveViews, type MissRatioChart, missRatioChartOf, type SparedChart, sparedChartOf } from './curve-views.ts';
import { flowChart } from './flow/flow.ts';
import type { Frame } from './frame.ts';
import { latencyRange } from './latency-bins.ts';
import { latencyByLevelChart } from './latency-by-level.ts';
import { latencyOverTimeChart } from './latency-over-time.ts';
import { latencyPercentilesChart } from './latency-percentiles.ts';
import { type LevelSizeChart, levelSizeDrawings } from './level-sizes.ts';
import { missCausesChart } from './miss-causes.ts';
import { missRatioChart } from './miss-ratio-curves.ts';
import { missRatioDotsChart } from './miss-ratio-dots.ts';
import { overTimeChart } from './over-time.ts';
import { prefetchFatesChart } from './prefetch-fates.ts';
import { type ResidencyData, residencyChart } from './residency.ts';
import { type SizeData, sizeChart } from './size.ts';
import { sparedMissesChart } from './spared-misses.ts';
import { type TuneChart, tuneDrawings } from './tune-charts.ts';
import { isWaitingTold, waitingChart } from './waiting.ts';
import { windowsOf } from './windows.ts';
import { rankFrequencyChart } from './workload/rank-frequency.ts';
import { reuseDistancesChart } from './workload/reuse-distances.ts';
import { workingSetChart, workingSetDataOf } from './workload/working-set.ts';

export type ChartName =
  | 'flow'
  | 'over-time'
  | 'latency-over-time'
  | 'latency-by-level'
  | 'latency-percentiles'
  | 'size'
  | 'prefetch-fates'
  | 'waiting'
  | 'miss-causes'
  | 'residency'
  | 'rank-frequency'
  | 'reuse-distances'
  | 'working-set'
  | MissRatioChart
  | SparedChart
  | 'waterfall'
  | `dots-${string}`
  | `heat-${string}`
  | LevelSizeChart
  | TuneChart;

/** The charts that a document has something to show in, each ready to be drawn, in the page and before it. */
export type Drawings = ReadonlyMap<ChartName, (frame: Frame) => SVGSVGElement>;

/** What has a page. */
export type DrawnDocument =
  | SimDocument
  | MrcDocument
  | MrcPerLevelDocument
  | CompareDocument
  | AblateDocument
  | TuneDocument;

export function drawingsOf(document: DrawnDocument): Drawings {
  if (document.schema === 'tierlab/ablate@1') return new Map([['waterfall', frame => ablationChart(document, frame)]]);
  if (document.schema === 'tierlab/compare@1') return new Map(comparisonDrawings(document));
  if (document.schema === 'tierlab/tune@1') return new Map(tuneDrawings(document));
  if (document.schema === 'tierlab/mrc-per-level@1') return new Map(levelSizeDrawings(document));
  return document.schema === 'tierlab/mrc@1' ? mrcDrawings(document) : simDrawings(document);
}

function simDrawings(document: SimDocument): Drawings {
  const drawings = new Map<ChartName, (frame: Frame) => SVGSVGElement>();
  const size = sizeDataOf(document);
  if (document.totals.requests > 0) drawings.set('flow', frame => flowChart(document, frame));
  if (document.totals.hits > 0 && windowsOf(document.series).length > 1) {
    drawings.set('over-time', frame => overTimeChart(document, frame));
    if (document.series.some(point => point.latencyP99Ms > 0))
      drawings.set('latency-over-time', frame => latencyOverTimeChart(document, frame));
  }
  if (latencyRange(document.latencyHistogram)) {
    drawings.set('latency-by-level', frame => latencyByLevelChart(document, frame));
    drawings.set('latency-percentiles', frame => latencyPercentilesChart(document, frame));
  }
  const { prediction, diagnosis, totals } = document;
  if (isWaitingTold(totals)) drawings.set('waiting', frame => waitingChart(totals, frame));
  if (diagnosis && diagnosis.misses > 0) drawings.set('miss-causes', frame => missCausesChart(diagnosis, frame));
  if (prediction && prediction.issued > 0)
    drawings.set('prefetch-fates', frame => prefetchFatesChart(prediction, frame));
  if (size) drawings.set('size', frame => sizeChart(size, frame));
  for (const [name, draw] of workloadDrawings(document)) drawings.set(name, draw);
  return drawings;
}

function workloadDrawings(document: SimDocument): Drawings {
  const drawings = new Map<ChartName, (frame: Frame) => SVGSVGElement>();
  const residency = residencyDataOf(document);
  if (residency) drawings.set('residency', frame => residencyChart(residency, frame));
  const { workloadStatistics: statistics } = document;
  if (statistics && statistics.ranks.length > 2)
    drawings.set('rank-frequency', frame => rankFrequencyChart(statistics, frame));
  if (statistics && statistics.distances.length > 1)
    drawings.set('reuse-distances', frame => reuseDistancesChart(statistics, frame));
  const workingSet = workingSetDataOf(document);
  if (workingSet) drawings.set('working-set', frame => workingSetChart(workingSet, frame));
  return drawings;
}

/** Null where the run was too short to look twice, or nothing lay anywhere. */
export function residencyDataOf({ residencyMap, ...document }: SimDocument): ResidencyData | null {
  if (!residencyMap || windowsOf(document.series).length < 2) return null;
  const anywhere = residencyMap.keys.some(({ places }) => /[^.]/.test(places));
  return anywhere ? { ...document, residencyMap } : null;
}

function mrcDrawings(document: MrcDocument): Drawings {
  return new Map(
    curveViews(document).flatMap((view): [ChartName, (frame: Frame) => SVGSVGElement][] => {
      const { rows, shapes = [] } = view;
      const first = rows[0]!;
      const data = { rows, shapes, unit: first.unit, requests: first.requests };
      const chart = rows.some(row => row.capacity !== first.capacity) ? missRatioChart : missRatioDotsChart;
      return [
        [missRatioChartOf(view), frame => chart(data, frame)],
        ...(isSparedShown(rows)
          ? ([[sparedChartOf(view), frame => sparedMissesChart(data, frame)]] satisfies [
              ChartName,
              (frame: Frame) => SVGSVGElement,
            ][])
          : []),
      ];
    }),
  );
}

/** What the size chart and its title are made from; null where no curve was measured at two sizes or more. */
export function sizeDataOf({ curve, configuration, totals, prediction }: SimDocument): SizeData | null {
  if (!curve?.rows.some(row => row.capacity !== curve.rows[0]!.capacity)) return null;
  return {
    curve,
    unit: configuration.unit,
    requests: totals.requests,
    fill: configuration.fill,
    missRatio: 1 - totals.hitRatio,
    fetchesAhead: (prediction?.issued ?? 0) > 0,
    capacity: curve.marks.at(-1)?.capacity ?? configuration.levels.reduce((sum, level) => sum + level.capacity, 0),
  };
}
