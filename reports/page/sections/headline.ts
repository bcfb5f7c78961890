import type { SimDocument } from '../../../engine/documents/sim.ts';
import { simHeadline, simSubject, titleOf } from '../../words/headline.ts';
import { compactCount, milliseconds, percent, points, relativeChange } from '../../words/numbers.ts';
import { commandLine } from '../command.ts';
import { type Html, html } from '../html.ts';

/** What was simulated, the four numbers that matter beside those of the flat LRU, and how to get them again. */
export function headline(document: SimDocument): Html {
  const failed = document.checks.filter(check => !check.holds);
  return html`<header>
<p class="kind">${titleOf(document)}</p>
<h1>${simHeadline(document)}</h1>
<p>${simSubject(document)}</p>
${failed.length > 0 && html`<p class="alarm" role="alert">The accounting of this run does not balance (${failed.map(check => check.law).join('; ')}): its numbers cannot be trusted.</p>`}
<dl class="figures">
${bigNumbers(document).map(
  ({ name, value, comparison, seeds }) => html`<div>
<dt>${name}</dt>
<dd><span class="big">${value}</span>
<span class="comparison">${comparison}</span>${
    seeds !== null &&
    html`
<span class="comparison">${seeds}</span>`
  }</dd>
</div>
`,
)}</dl>
${document.timing.command !== undefined && commandLine(document.timing.command, 'makes this report again')}
<p class="digest">digest <code>${document.digest}</code></p>
</header>
`;
}

function bigNumbers(document: SimDocument) {
  const { totals, latencyMs, baseline, replications = [] } = document;
  const { requests } = totals;
  const ratios = replications.map(each => each.totals.hitRatio);
  const fetches = replications.map(each => each.totals.originFetches);
  const range = (values: readonly number[], say: (value: number) => string) =>
    values.length < 2 ? null : `${values.length} seeds: ${say(Math.min(...values))} to ${say(Math.max(...values))}`;
  return [
    {
      name: 'hit ratio',
      value: percent(totals.hitRatio, requests),
      comparison: `${points(totals.hitRatio - baseline.hitRatio, requests)} against flat LRU, ${percent(baseline.hitRatio, requests)}`,
      seeds: range(ratios, value => percent(value, requests)),
    },
    {
      name: 'mean latency',
      value: milliseconds(latencyMs.mean),
      comparison: against(baseline.latencyMs.mean, latencyMs.mean, milliseconds),
      seeds: null,
    },
    {
      name: 'p99 latency',
      value: milliseconds(latencyMs.p99),
      comparison: against(baseline.latencyMs.p99, latencyMs.p99, milliseconds),
      seeds: null,
    },
    {
      name: 'origin fetches',
      value: compactCount(totals.originFetches),
      comparison: against(baseline.originFetches, totals.originFetches, compactCount),
      seeds: range(fetches, compactCount),
    },
  ];
}

function against(flat: number, own: number, say: (value: number) => string): string {
  const change = relativeChange(flat, own);
  return change === null ? `flat LRU ${say(flat)}` : `${change} against flat LRU, ${say(flat)}`;
}
