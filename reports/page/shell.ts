import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { colourDeclarations } from '../charts/palette.ts';
import { type ClientScript, clientBundle } from './client-bundle.ts';
import { Html, html } from './html.ts';

interface Page {
  readonly title: string;
  readonly body: Html;
  /** Embedded for the script that draws from it again; null for a page whose script needs none. */
  readonly document: object | null;
  /** How many levels have a colour. */
  readonly levels: number;
  /** Which script it has: unless it is given, the one that draws charts, where there is a document, else none. */
  readonly script?: ClientScript;
}

/** The whole page in one text: style, data and script are inside, and its policy forbids everything that is not. */
export async function assemblePage({ title, body, document, levels, script: given }: Page): Promise<string> {
  const name = given ?? (document && 'main');
  const [script, style] = await Promise.all([
    name && clientBundle(name),
    readFile(new URL('./page.css', import.meta.url), 'utf8'),
  ]);
  const allowed = script === null ? `'none'` : `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${allowed}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  const colours = `:root{${colourDeclarations(levels, 'light')}}@media screen and (prefers-color-scheme:dark){:root{${colourDeclarations(levels, 'dark')}}}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Html(`${colours}\n${style}`)}</style>
</head>
<body>
${body}
${document !== null && html`<script type="application/json" id="document">${new Html(embeddedJson(document))}</script>`}
${script !== null && html`<script>${new Html(script)}</script>`}
</body>
</html>
`.markup;
}

/** JSON that cannot end the element it stands in. */
function embeddedJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
