import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { colourDeclarations } from '../charts/palette.ts';
import { engineText, type Foreign } from '../laboratory/written/engine-text.ts';
import { carried } from './carried.ts';
import { asInlineScript, bundled } from './client-bundle.ts';
import { Html, html } from './html.ts';

interface Page {
  readonly title: string;
  readonly body: Html;
  /** Embedded for the script that draws from it again; null for a page whose script needs none. */
  readonly document: object | null;
  /** How many levels have a colour. */
  readonly levels: number;
  /** What the laboratory of the page works with, made for the characters that are left; absent in a page without one. */
  readonly laboratory?: { readonly foreign: Foreign; data(room: number): object };
  /** The module of the page's script: unless it is given, that of reports, where there is a document, else none. */
  readonly script?: string;
  /** Whether the script may talk to the server that the page comes from. */
  readonly served?: boolean;
}

/**
 * Bytes of a page with a laboratory, at most, if the rest of the page leaves any room for requests: as much as people send to each
 * other without a thought.
 */
const MOST_BYTES = 800_000;

/** The whole page in one text: style, data and script are inside, and its policy forbids everything that is not. */
export async function assemblePage(page: Page): Promise<string> {
  const [scripts, style, engine] = await Promise.all([
    scriptsOf(page),
    readFile(new URL('./page.css', import.meta.url), 'utf8'),
    page.laboratory ? engineText(page.laboratory.foreign) : null,
  ]);
  const whole = (laboratory: Html | null) => pageText(page, { scripts, style, laboratory });
  if (!page.laboratory || engine === null) return whole(null);
  const withEngine = (data: object) => html`<script type="text/plain" id="engine">${new Html(engine)}</script>
<script type="application/json" id="laboratory">${new Html(embeddedJson(data))}</script>`;
  const room = MOST_BYTES - Buffer.byteLength(whole(withEngine({})));
  return whole(withEngine(page.laboratory.data(room)));
}

/** What runs in a page. */
interface Scripts {
  /** Elements that scripts read. */
  readonly elements: readonly Html[];
  /** The script that stands in the page; null for a page without. */
  readonly inline: string | null;
  /** Of what may run there, as the page's policy names it. */
  readonly hashes: readonly string[];
}

/** A script that is small, or that a server sends, stands as it is; what a file carries with its data is compressed, and a few lines unpack it. */
async function scriptsOf({ document, script, served }: Page): Promise<Scripts> {
  const module = script ?? (document && 'browser/main');
  if (module === null) return { elements: [], inline: null, hashes: [] };
  const text = await bundled(module);
  if (document === null || served) {
    const inline = asInlineScript(text);
    const data =
      document && html`<script type="application/json" id="document">${new Html(embeddedJson(document))}</script>`;
    return { elements: data ? [data] : [], inline, hashes: [hashOf(inline)] };
  }
  const inline = asInlineScript(await bundled('browser/start'));
  return {
    elements: [carried('document', JSON.stringify(document)), carried('script', text)],
    inline,
    hashes: [hashOf(inline), hashOf(text)],
  };
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

interface Parts {
  readonly scripts: Scripts;
  readonly style: string;
  readonly laboratory: Html | null;
}

function pageText({ title, body, levels, served }: Page, { scripts, style, laboratory }: Parts): string {
  const { elements, inline, hashes } = scripts;
  const allowed = hashes.length === 0 ? `'none'` : hashes.join(' ');
  const threads = laboratory ? ' worker-src blob:;' : '';
  const server = served ? " connect-src 'self';" : '';
  const policy = `default-src 'none'; script-src ${allowed};${threads}${server} style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
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
${elements}
${laboratory}
${inline !== null && html`<script>${new Html(inline)}</script>`}
</body>
</html>
`.markup;
}

/** JSON that cannot end the element it stands in. */
function embeddedJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
