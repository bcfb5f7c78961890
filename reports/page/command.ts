import { type Html, html } from './html.ts';

/** A command line with a button that copies it. Without scripts there is no button. */
export function commandLine(command: string, purpose: string): Html {
  return html`<div class="command"><code>${command}</code><button type="button" data-copy hidden aria-label="Copy the command that ${purpose}">Copy</button></div>`;
}
