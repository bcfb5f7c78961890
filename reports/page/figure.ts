import { parseHTML } from 'linkedom';
import type { ChartName, Drawings } from '../charts/drawings.ts';
import { type Html, html } from './html.ts';
import { writtenSvg } from './written-svg.ts';

/** Pixels that a chart is given before a script can measure the page. */
const WIDTHS = { full: { wide: 1120, narrow: 342 }, half: { wide: 540, narrow: 342 } } as const;

/** The place of a chart that only the page's script draws, where it is behind something that only few will open. */
export function unwrittenFigure(name: ChartName, caption: string): Html {
  return html`<figure>
<figcaption>${caption}</figcaption>
<div class="drawing" data-chart="${name}"></div>
</figure>`;
}

/**
 * A chart as it stands in the written page: drawn once for wide and once for narrow windows, of which style shows one. The
 * page's script replaces both by one of exactly the right width. Nothing where the document has nothing to show.
 */
export function figure(drawings: Drawings, name: ChartName, room: keyof typeof WIDTHS, caption = ''): Html | null {
  const draw = drawings.get(name);
  if (!draw) return null;
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const markup = (width: number) => writtenSvg(draw({ document, width, tips: false }));
  return html`<figure>
${caption === '' ? null : html`<figcaption>${caption}</figcaption>`}
<div class="drawing" data-chart="${name}">
<div class="wide">${markup(WIDTHS[room].wide)}</div>
<div class="narrow">${markup(WIDTHS[room].narrow)}</div>
</div>
</figure>`;
}
