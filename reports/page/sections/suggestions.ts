import type { SimDocument } from '../../../engine/documents/sim.ts';
import type { Suggestion, SuggestionEffect } from '../../../engine/documents/suggestion.ts';
import { type EffectLine, effectLines } from '../../words/effect.ts';
import { behind } from '../../words/headline.ts';
import { commandLine } from '../command.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';

const AMOUNTS = ['Nothing', 'One change', 'Two changes', 'Three changes', 'Four changes', 'Five changes'] as const;
const MOST = AMOUNTS.length - 1;

/** Changes that were re-run on the same requests before they are shown, best first; nothing where there are none. */
export function suggestions(document: SimDocument): Html | null {
  const shown = document.suggestions.slice(0, MOST);
  if (shown.length === 0) return null;
  const changes = shown.filter(each => each.change !== null).length;
  const title =
    changes === 0 ? 'What the run tells about this cache' : `${AMOUNTS[changes]} would make this cache better`;
  const caption = `Every change was run on the same ${behind(document)}, before it is shown; its effect is measured, not estimated.`;
  return section(
    'suggestions',
    title,
    caption,
    html`<ol class="cards">${shown.map(each => card(each, document))}</ol>`,
  );
}

function card({ title, reason, effect, command }: Suggestion, document: SimDocument): Html {
  return html`<li class="card">
<h3>${title}</h3>
<p>${reason}</p>
${effect && effectList(effect, document)}
${command !== null && commandLine(command, `runs ${title}`)}
</li>
`;
}

function effectList(effect: SuggestionEffect, { configuration, totals }: SimDocument): Html {
  const row = ({ name, before, after, change }: EffectLine) =>
    html`<div><dt>${name}</dt><dd><strong>${change}</strong> <span class="muted">${before} → ${after}</span></dd></div>`;
  return html`<dl class="effect">${effectLines(effect, configuration.unit, totals.requests).map(row)}</dl>`;
}
