import { type Html, html } from '../html.ts';

/** A place for the laboratory, which the page's script shows and fills; without scripts there is nothing to see. */
export function whatIfSection(): Html {
  return html`<section id="what-if" class="what-if" aria-labelledby="what-if-title" hidden>
<h2 id="what-if-title">What if the cache were different?</h2>
<div class="bench"></div>
</section>
`;
}
