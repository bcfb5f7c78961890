import { type Html, html } from './html.ts';

/** Says which stretch of the run the charts below show, and leads back to the whole of it; the page's script shows it while they do. */
export function wholeRun(): Html {
  return html`<p class="whole-run" hidden><span></span> <button type="button">Whole run</button></p>`;
}
