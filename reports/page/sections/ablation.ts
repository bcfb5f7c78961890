import type { AblateDocument } from '../../../engine/documents/ablate.ts';
import { ablationWaterfall } from '../../charts/ablation-chart.ts';
import type { Drawings } from '../../charts/drawings.ts';
import { isCloseUp } from '../../charts/waterfall.ts';
import { ablateFinding, ordersNote, precisionOf, sayBareChange, sayChange } from '../../words/ablation.ts';
import { effectsFinding, stepsFinding } from '../../words/ablation-finding.ts';
import { basis } from '../../words/basis.ts';
import { capitalized } from '../../words/enumeration.ts';
import { METRIC_NAMES } from '../../words/metric-words.ts';
import { commandLine } from '../command.ts';
import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';

/** What the way between the designs changes, what was replayed, and how to get it again. */
export function ablateHeadline(document: AblateDocument): Html {
  const { timing, workload, digest } = document;
  return html`<header>
<p class="kind">${timing.title ?? workload.spec}</p>
<h1>${ablateFinding(document)}</h1>
<p>${ordersNote(document)}, each on the same ${basis(document, document.seed)}.</p>
${timing.command !== undefined && commandLine(timing.command, 'makes this report again')}
<p class="digest">digest <code>${digest}</code></p>
</header>
`;
}

export function waterfallSection(document: AblateDocument, drawings: Drawings): Html {
  const { from, to, metric } = document;
  return section(
    'waterfall',
    stepsFinding(document),
    `${capitalized(METRIC_NAMES[metric])} on the way from ${from.name} to ${to.name}: each bar is what one choice changes on average, blue for the better, orange for the worse; they add up exactly, and choices that change nothing are left out.${isCloseUp(ablationWaterfall(document)) ? ' The picture shows the range of the changes and does not begin at zero.' : ''} ${capitalized(basis(document, document.seed))}.`,
    html`${figure(drawings, 'waterfall', 'full')}`,
  );
}

/** What a choice does depends on what was chosen before it. */
export function effectsSection(document: AblateDocument): Html {
  const precision = precisionOf(document);
  const say = (change: number) => sayChange(change, document, precision);
  const bare = (change: number) => sayBareChange(change, document, precision);
  return section(
    'effects',
    effectsFinding(document),
    'What each choice changes as the first of all that can be, as the last, and on average with its 95 % interval. First and last differ where choices depend on each other.',
    html`<div class="scroll pivot" tabindex="0" role="region" aria-label="Effects of the choices"><table>
<thead><tr><th scope="col">choice</th><th scope="col">from</th><th scope="col">to</th>${['average', '95 % interval', 'first', 'last'].map(name => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${document.steps.map(
      step =>
        html`<tr><th scope="row">${step.axis}${step.after !== null && html`<br><span class="muted">after ${step.after}</span>`}</th><td class="text">${step.from}</td><td class="text">${step.to}</td><td class="number"><strong>${say(step.mean)}</strong></td><td class="number muted">${bare(step.low)} … ${bare(step.high)}</td><td class="number">${say(step.first)}</td><td class="number">${say(step.last)}</td></tr>\n`,
    )}</tbody>
</table></div>`,
  );
}
