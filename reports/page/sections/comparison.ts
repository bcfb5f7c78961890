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
import { figure, unwrittenFigure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { foldedSection, section } from '../section.ts';

/** Who is best, what was compared on what, and how to get it again. */
export function compareHeadline(document: CompareDocument, comparisons: readonly Comparison[], place: string): Html {
  const { timing, workload, seed, digest } = document;
  const names = comparisons[0]!.variants.map(each => each.name).join(', ');
  return html`<header>
<p class="kind">${timing.title ?? workload.spec}</p>
<h1>${compareFinding(document, place)}</h1>
<p>${plural(comparisons[0]!.variants.length, 'variant')} (${names}), each on the same requests: ${basesOf(comparisons, seed)}.</p>
${timing.command !== undefined && commandLine(timing.command, 'makes this report again')}
<p class="digest">digest <code>${digest}</code></p>
</header>
`;
}

/** What stands behind the numbers of each condition, once for those that share it. */
function basesOf(comparisons: readonly Comparison[], seed: number): string {
  const titles = new Map<string, string[]>();
  for (const { workload, title } of comparisons) {
    const own = basis(workload, seed);
    titles.set(own, [...(titles.get(own) ?? []), title]);
  }
  return [...titles].map(([own, names]) => `${names.join(', ')} (${names.length > 1 ? 'each ' : ''}${own})`).join('; ');
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

/** Conditions whose charts the page is written with; those of further ones are drawn when somebody opens them. */
const MOST_WRITTEN = 6;
/** From so many conditions on, the pairs without the first variant stand among all numbers only. */
const MANY = 4;

/** Dots with intervals: a section for each workload, a chart for each metric in which variants differ. */
export function metricSections(
  { seed }: CompareDocument,
  comparisons: readonly Comparison[],
  drawings: Drawings,
): (Html | null)[] {
  return comparisons.map((comparison, w) => {
    const metrics = chartedMetrics(comparison);
    if (metrics.length === 0) return null;
    const folded = w >= MOST_WRITTEN;
    const chart = (metric: (typeof metrics)[number]) => {
      const [name, caption] = [dotsName(w, metric), capitalized(METRIC_NAMES[metric])];
      return folded ? unwrittenFigure(name, caption) : figure(drawings, name, 'half', caption);
    };
    return (folded ? foldedSection : section)(
      `metrics-${w + 1}`,
      comparisons.length > 1 ? findingOn(comparison) : differingFinding(comparison),
      `Means with 95 % intervals over ${basis(comparison.workload, seed)}. Intervals of single variants may overlap where the difference is certain: the differences are taken pair by pair.`,
      html`${folded && html`<noscript><p class="caption">These charts are drawn by a script; their numbers stand below.</p></noscript>`}<div class="pair">
${metrics.map(chart)}
</div>`,
    );
  });
}

/** Every pair that was compared, with what is to be made of its differences. */
export function differencesSection(comparisons: readonly Comparison[]): Html {
  const many = comparisons.length >= MANY;
  const against = comparisons[0]!.variants[0]!.name;
  return section(
    'differences',
    differencesFinding(comparisons),
    `By how much the second variant differs from the first, mean and 95 % interval of the paired differences. A difference is real when its interval excludes none, chance hardly brings one so large however many are looked at, and it is large enough to matter.${many ? ` Shown against ${against}; the other pairs are among all numbers.` : ''}`,
    html`${comparisons.map((comparison, i) => pairsOf(comparison, { titled: comparisons.length > 1, many, first: i === 0 }))}`,
  );
}

interface Shown {
  readonly titled: boolean;
  readonly many: boolean;
  readonly first: boolean;
}

/** Of many conditions, all but the first wait behind their names. */
function pairsOf(comparison: Comparison, { titled, many, first }: Shown): Html {
  const { title } = comparison;
  const table = pairsTable(comparison, many);
  if (many && !first)
    return html`<details class="table"><summary><h3>${title}</h3></summary>
${table}</details>`;
  return html`<div class="table">
${titled && html`<div class="table-head"><h3>${title}</h3></div>`}
${table}</div>`;
}

function pairsTable(comparison: Comparison, many: boolean): Html {
  const { differences, metrics, title, variants } = comparison;
  const pairs = differences.filter(
    (each, i) => differences.findIndex(other => samePair(other, each)) === i && (!many || each.a === variants[0]!.name),
  );
  return html`<div class="scroll pivot" tabindex="0" role="region" aria-label="Paired differences on ${title}"><table>
<thead><tr><th scope="col">against</th><th scope="col">variant</th>${metrics.map(metric => html`<th scope="col" class="number">${METRIC_NAMES[metric]}</th>`)}</tr></thead>
<tbody>${pairs.map(
    pair =>
      html`<tr><th scope="row">${pair.a}</th><th scope="row">${pair.b}</th>${metrics.map(metric => {
        const found = differences.find(each => samePair(each, pair) && each.metric === metric)!;
        const { difference, interval, verdict } = differenceWords(comparison, found);
        return verdict === 'no real difference'
          ? html`<td>${difference}<i>${interval}</i><i>${verdict}</i></td>`
          : html`<td><b>${difference}</b><i>${interval}</i>${verdict}</td>`;
      })}</tr>\n`,
  )}</tbody>
</table></div>`;
}

function samePair(one: DifferenceResult, other: DifferenceResult): boolean {
  return one.a === other.a && one.b === other.b;
}
