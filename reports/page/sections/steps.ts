import type { ExplainDocument, ExplainStep } from '../../../engine/documents/explain.ts';
import { answerWords, eventWords, legend, type PartWords, partsOf } from '../../words/explain-words.ts';
import { count, plural } from '../../words/numbers.ts';
import { carried } from '../carried.ts';
import { type Html, html } from '../html.ts';
import { section } from '../section.ts';

/** Characters of steps that stand in the page, whether there are scripts or not; what follows is carried compressed. */
const MOST_WRITTEN = 300_000;

/** Every step with the lists of the cache after it; the page's script shows one at a time. */
export function stepsSection(document: ExplainDocument): Html {
  const { steps, keys } = document;
  const items = steps.map((step, i) => stepItem(step, i + 1, keys));
  const written = countWithin(items, MOST_WRITTEN);
  const signs = legend(document, { note: 'small:', ghost: 'grey:' });
  return section(
    'steps',
    'Request by request',
    `What each request did, and the cache after it${signs.length > 0 ? `: ${signs.join('; ')}` : ''}. The key that was asked for is underlined.`,
    html`<div class="stepper" hidden>
<button type="button" data-by="-1">Previous</button>
<input type="range" min="1" max="${steps.length}" value="1" aria-label="Request">
<button type="button" data-by="1">Next</button>
<output>1 of ${count(steps.length)}</output>
</div>
<p class="hint" hidden>On the keyboard: <kbd>←</kbd> and <kbd>→</kbd> go from request to request, <kbd>Home</kbd> and <kbd>End</kbd> to the first and the last.</p>
<ol class="steps" aria-live="polite">
${items.slice(0, written)}</ol>
${written < items.length && furtherSteps(items.slice(written))}`,
  );
}

/** How many of the items have so many characters together at most. */
function countWithin(items: readonly Html[], most: number): number {
  let left = most;
  const over = items.findIndex(({ markup }) => {
    left -= markup.length;
    return left < 0;
  });
  return over < 0 ? items.length : over;
}

function furtherSteps(items: readonly Html[]): Html {
  return html`<noscript><p>The ${plural(items.length, 'request')} after these are shown by a script.</p></noscript>
${carried('further-steps', items.map(({ markup }) => markup).join(''))}`;
}

function stepItem(step: ExplainStep, number: number, keys: readonly string[]): Html {
  const answer = answerWords(step);
  const events = eventWords(step.events, keys);
  return html`<li>
<h3><span class="muted">${number}</span> ${step.operation} ${keys[step.id]!}${answer !== '' && html` <span class="${answer === 'miss' ? 'muted' : 'answer'}">${answer}</span>`}</h3>
<p>${events.length === 0 ? 'Nothing moved.' : `${events.join(', ')}.`}</p>
<dl>${partsOf(step, keys).map(partRow)}</dl>
</li>
`;
}

function partRow({ name, holds, entries }: PartWords): Html {
  return html`<div><dt>${name}</dt><dd class="${holds}">${entries.length === 0 ? '–' : entries.map(entryMark)}</dd></div>`;
}

function entryMark({ key, note, marked, asked }: PartWords['entries'][number]): Html {
  const text = html`${marked && '▸'}${key}${note !== '' && html`<sub>${note}</sub>`}`;
  return asked ? html`<b>${text}</b> ` : html`<i>${text}</i> `;
}
