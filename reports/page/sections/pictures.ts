import type { SimDocument } from '../../../engine/documents/sim.ts';
import { type Drawings, sizeDataOf } from '../../charts/drawings.ts';
import type { SizeData } from '../../charts/size.ts';
import { flowFinding } from '../../words/flow-finding.ts';
import { behind } from '../../words/headline.ts';
import { latencyFinding } from '../../words/latency-finding.ts';
import { capacityWithUnit } from '../../words/numbers.ts';
import { predictionCaption, predictionFinding } from '../../words/prediction-finding.ts';
import { sizeFinding } from '../../words/size-finding.ts';
import { timeFinding } from '../../words/time-finding.ts';
import { waitingCaption, waitingFinding } from '../../words/waiting-finding.ts';
import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';
import { wholeRun } from '../whole-run.ts';

export function flowSection(document: SimDocument, drawings: Drawings): Html | null {
  if (!drawings.has('flow')) return null;
  const moves = document.moves.some(move => move.count > 0)
    ? ' Below, the entries that were promoted to a faster level or demoted to a slower one.'
    : '';
  return section(
    'where',
    flowFinding(document),
    `Where requests are answered: each band is as thick as it has requests and ends at the place that answers them; the column of a level spans all requests that reached it.${moves} ${behind(document)}.`,
    html`${figure(drawings, 'flow', 'full')}`,
  );
}

export function timeSection(document: SimDocument, drawings: Drawings): Html | null {
  if (!drawings.has('over-time')) return null;
  return section(
    'time',
    timeFinding(document),
    `Hit ratio over time, stacked by who answered; what is missing to 100 % went to the origin. ${document.series.length} windows of ${behind(document)}.`,
    html`${wholeRun()}
<div class="linked" id="brushed">
${figure(drawings, 'over-time', 'full')}
${figure(drawings, 'latency-over-time', 'full')}
<p class="hint" hidden>Drag across a chart to zoom into a stretch of the run; a double click leads back. On the keyboard: focus the chart, select with <kbd>←</kbd> <kbd>→</kbd>, widen with <kbd>Shift</kbd>, zoom with <kbd>Enter</kbd>, leave with <kbd>Esc</kbd>.</p>
<div class="readout" aria-live="polite" hidden></div>
</div>`,
  );
}

export function latencySection(document: SimDocument, drawings: Drawings): Html | null {
  if (!drawings.has('latency-by-level')) return null;
  return section(
    'latency',
    latencyFinding(document),
    `Latency of ${behind(document)}. Every row of bars is drawn to its own tallest bar: the percentage says how many requests it stands for.`,
    html`<div class="pair">
${figure(drawings, 'latency-by-level', 'half', 'By who answered; dot: median, ring: p99')}
${figure(drawings, 'latency-percentiles', 'half', 'All requests; dotted: flat LRU, at its percentiles')}
</div>`,
  );
}

/** How requests fared that no fresh entry answered, where they did not all simply fetch. */
export function waitingSection(document: SimDocument, drawings: Drawings): Html | null {
  const { totals } = document;
  const finding = waitingFinding(totals);
  if (finding === null || !drawings.has('waiting')) return null;
  return section(
    'waiting',
    finding,
    `${waitingCaption(totals)} ${behind(document)}.`,
    html`${figure(drawings, 'waiting', 'full')}`,
  );
}

export function sizeSection(document: SimDocument, drawings: Drawings): Html | null {
  const data = sizeDataOf(document);
  if (!data || !drawings.has('size')) return null;
  const total = capacityWithUnit(data.capacity, data.unit);
  return section(
    'size',
    sizeFinding(data),
    `Miss ratio of a single cache by its capacity, filled on every miss, without TTL; upright lines are the capacities down to each level, ${total} in all.${bendsCaption(data)} ${behind(document)}.`,
    html`${figure(drawings, 'size', 'full')}`,
  );
}

/** What the signs on the curve of LRU mean, as far as they occur. */
function bendsCaption({ curve: { shapes = [] } }: SizeData): string {
  const lru = shapes.find(({ policy }) => policy === 'lru');
  const knee = lru?.knee ? ' Ring: the knee, from which on more room buys much less.' : '';
  const cliff =
    lru && lru.cliffs.length > 0
      ? ' Dotted: what a cache divided in the right proportion could follow across a cliff.'
      : '';
  return `${knee}${cliff}`;
}

export function predictionSection(document: SimDocument, drawings: Drawings): Html | null {
  const { prediction, latencyMs } = document;
  if (!prediction) return null;
  const predicted = { prediction, latencyMs };
  return section(
    'prediction',
    predictionFinding(predicted),
    `${predictionCaption(predicted)} ${behind(document)}.`,
    html`${figure(drawings, 'prefetch-fates', 'full')}`,
  );
}
