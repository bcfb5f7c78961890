import { type Html, html } from './html.ts';

/** A part of the page. Its title is what was found; the small line says what is drawn, and of what. */
export function section(id: string, finding: string, caption: string, content: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${finding}</h2>
<p class="caption">${caption}</p>
${content}
</section>
`;
}

/** A part of the page that waits behind its finding. */
export function foldedSection(id: string, finding: string, caption: string, content: Html): Html {
  return html`<section id="${id}" class="folded" aria-labelledby="${id}-title">
<details><summary><h2 id="${id}-title">${finding}</h2></summary>
<p class="caption">${caption}</p>
${content}
</details>
</section>
`;
}
