import type { SimDocument } from '../../../engine/documents/sim.ts';
import type { Observation, Suggestion, SuggestionEffect } from '../../../engine/documents/suggestion.ts';
import { type EffectLine, effectLines, evidenceWords } from '../../words/effect.ts';
import { behind } from '../../words/headline.ts';
import { commandLine } from '../command.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';

const AMOUNTS = ['Nothing', 'One change', 'Two changes', 'Three changes', 'Four changes', 'Five changes'] as const;
const MOST = AMOUNTS.length - 1;

/** Changes that were re-run on the same workload before they are shown, best first, and what else the run tells; nothing where there is neither. */
export function suggestions(document: SimDocument): Html | null {
  const shown = document.suggestions.slice(0, MOST);
  const { observations } = document;
  if (shown.length === 0 && observations.length === 0) return null;
  const title =
    shown.length === 0
      ? 'What the run tells about this cache'
      : `${AMOUNTS[shown.length]} would make this cache better`;
  const caption =
    shown.length === 0
      ? `Measured on ${behind(document)}.`
      : `Every change was run on the same ${behind(document)}, and judged over ${evidenceWords(shown[0]!.effect.evidence)}; the brackets are 95 % intervals.`;
  return section(
    'suggestions',
    title,
    caption,
    html`${shown.length > 0 && html`<ol class="cards">${shown.map(each => card(each, document))}</ol>`}${observations.map(note)}`,
  );
}

function note({ title, reason }: Observation): Html {
  return html`<p class="observation"><strong>${title}.</strong> ${reason}</p>
`;
}

function card({ title, reason, effect, command }: Suggestion, document: SimDocument): Html {
  return html`<li class="card">
<h3>${title}</h3>
<p>${reason}</p>
${effectList(effect, document)}
${command !== null && commandLine(command, `runs ${title}`)}
</li>
`;
}

function effectList(effect: SuggestionEffect, { configuration, totals }: SimDocument): Html {
  const row = ({ name, before, after, change, interval }: EffectLine) =>
    html`<div><dt>${name}</dt><dd><strong>${change}</strong>${interval !== null && html` [${interval}]`} <span class="muted">${before} → ${after}</span></dd></div>`;
  return html`<dl class="effect">${effectLines(effect, configuration.unit, totals.requests).map(row)}</dl>`;
}
