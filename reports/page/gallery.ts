import { Html, html } from './html.ts';
import { assemblePage } from './shell.ts';

/** A report that the gallery leads to. */
export interface Room {
  readonly title: string;
  /** What one sees there, in a sentence. */
  readonly what: string;
  readonly command: string;
  /** The report, from where the gallery lies. */
  readonly href: string;
  /** A picture of it; null shows none. */
  readonly picture: Picture | null;
}

/** A chart out of a report, for wide and for narrow windows. */
interface Picture {
  readonly wide: Html;
  readonly narrow: Html;
}

/** More levels than any report of the gallery has. */
const LEVELS = 3;

/** A page that leads to reports, with a chart out of each; without script, and with no more than it shows. */
export function renderGallery(rooms: readonly Room[]): Promise<string> {
  return assemblePage({
    title: 'Gallery · Tierlab',
    document: null,
    levels: LEVELS,
    body: html`<main>
<header>
<p class="kind">Tierlab</p>
<h1>One example of each report</h1>
<p>Each was made by the command below its picture, on a workload that is always the same.</p>
</header>
${rooms.map(room)}
</main>`,
  });
}

function room({ title, what, command, href, picture }: Room, i: number): Html {
  return html`<section aria-labelledby="room-${i}">
<h2 id="room-${i}"><a href="${href}">${title}</a></h2>
<p class="caption">${what}</p>
${
  picture &&
  html`<figure><div class="wide">${picture.wide}</div>
<div class="narrow">${picture.narrow}</div></figure>`
}
<div class="command"><code>${command}</code></div>
</section>
`;
}

/** A chart as it stands in a written report; null where it is not in there. */
export function chartIn(page: string, name: string): Picture | null {
  const start = page.indexOf(`data-chart="${name}"`);
  if (start < 0) return null;
  const svgs = [...page.slice(start).matchAll(/<svg[\s\S]*?<\/svg>/g)].slice(0, 2).map(([markup]) => new Html(markup));
  const [wide, narrow] = svgs;
  return wide && narrow ? { wide, narrow } : null;
}
