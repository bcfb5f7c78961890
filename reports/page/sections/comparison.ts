import type { CompareDocument, DifferenceResult } from '../../../engine/documents/compare.ts';
import { chartedMetrics, dotsName, MAPPED } from '../../charts/comparison-charts.ts';
import type { Drawings } from '../../charts/drawings.ts';
import { basis } from '../../words/basis.ts';
import {
  compareFinding,
  differencesFinding,
  differingFinding,
  findingOn,
  heatFinding,
} from '../../words/compare-finding.ts';
import type { Comparison } from '../../words/comparison.ts';
import { differenceWords } from '../../words/difference-words.ts';
import { capitalized } from '../../words/enumeration.ts';
import { METRIC_NAMES } from '../../words/metric-words.ts';
import { plural } from '../../words/numbers.ts';
import { commandLine } from '../command.ts';
import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';

/** Who is best, what was compared on what, and how to get it again. */
export function compareHeadline(document: CompareDocument, comparisons: readonly Comparison[], place: string): Html {
  const { timing, workload, seed, digest } = document;
  const names = comparisons[0]!.variants.map(each => each.name).join(', ');
  const on = comparisons.map(each => `${each.title} (${basis(each.workload, seed)})`).join('; ');
  return html`<header>
<p class="kind">${timing.title ?? workload.spec}</p>
<h1>${compareFinding(document, place)}</h1>
<p>${plural(comparisons[0]!.variants.length, 'variant')} (${names}), each on the same requests: ${on}.</p>
${timing.command !== undefined && commandLine(timing.command, 'makes this report again')}
<p class="digest">digest <code>${digest}</code></p>
</header>
`;
}

/** Workloads × variants, where there are several workloads. */
export function heatSection(
  document: CompareDocument,
  comparisons: readonly Comparison[],
  drawings: Drawings,
  place: string,
): Html | null {
  if (comparisons.length < 2) return null;
  const first = comparisons[0]!.variants[0]!.name;
  return section(
    'workloads',
    heatFinding(document, place),
    `Each ${place} down, each variant across, against ${first}: blue is better, orange worse, grey no real difference.`,
    html`<div class="pair">
${MAPPED.map(metric => figure(drawings, `heat-${metric}`, 'half', `${capitalized(METRIC_NAMES[metric])}${metric === 'hitRatio' ? ', points' : ''}`))}
</div>`,
  );
}

/** Dots with intervals: a section for each workload, a chart for each metric in which variants differ. */
export function metricSections(
  { seed }: CompareDocument,
  comparisons: readonly Comparison[],
  drawings: Drawings,
): (Html | null)[] {
  return comparisons.map((comparison, w) => {
    const metrics = chartedMetrics(comparison);
    if (metrics.length === 0) return null;
    return section(
      `metrics-${w + 1}`,
      comparisons.length > 1 ? findingOn(comparison) : differingFinding(comparison),
      `Means with 95 % intervals over ${basis(comparison.workload, seed)}. Intervals of single variants may overlap where the difference is certain: the differences are taken pair by pair.`,
      html`<div class="pair">
${metrics.map(metric => figure(drawings, dotsName(w, metric), 'half', capitalized(METRIC_NAMES[metric])))}
</div>`,
    );
  });
}

/** Every pair that was compared, with what is to be made of its differences. */
export function differencesSection(comparisons: readonly Comparison[]): Html {
  return section(
    'differences',
    differencesFinding(comparisons),
    'By how much the second variant differs from the first, mean and 95 % interval of the paired differences. A difference is real when its interval excludes none, chance hardly brings one so large however many are looked at, and it is large enough to matter.',
    html`${comparisons.map(comparison => table(comparison, comparisons.length > 1))}`,
  );
}

function table(comparison: Comparison, titled: boolean): Html {
  const { differences, metrics, title } = comparison;
  const pairs = differences.filter((each, i) => differences.findIndex(other => samePair(other, each)) === i);
  return html`<div class="table">
${titled && html`<div class="table-head"><h3>${title}</h3></div>`}
<div class="scroll pivot" tabindex="0" role="region" aria-label="Paired differences on ${title}"><table>
<thead><tr><th scope="col">against</th><th scope="col">variant</th>${metrics.map(metric => html`<th scope="col" class="number">${METRIC_NAMES[metric]}</th>`)}</tr></thead>
<tbody>${pairs.map(
    pair =>
      html`<tr><th scope="row">${pair.a}</th><th scope="row">${pair.b}</th>${metrics.map(metric => {
        const found = differences.find(each => samePair(each, pair) && each.metric === metric)!;
        const { difference, interval, verdict } = differenceWords(comparison, found);
        const real = verdict !== 'no real difference';
        return html`<td class="number">${real ? html`<strong>${difference}</strong>` : difference}<br><span class="muted">${interval}</span><br>${real ? verdict : html`<span class="muted">${verdict}</span>`}</td>`;
      })}</tr>\n`,
  )}</tbody>
</table></div></div>`;
}

function samePair(one: DifferenceResult, other: DifferenceResult): boolean {
  return one.a === other.a && one.b === other.b;
}
