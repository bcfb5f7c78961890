import type { MrcDocument } from '../../engine/documents/mrc.ts';
import { curveViews } from '../charts/curve-views.ts';
import { drawingsOf } from '../charts/drawings.ts';
import { mrcTables } from '../tables/mrc-tables.ts';
import { html } from './html.ts';
import { missRatioSection, mrcHeadline, sparedSection } from './sections/miss-ratios.ts';
import { numbers } from './sections/numbers.ts';
import { shapeSection } from './sections/shapes.ts';
import { assemblePage } from './shell.ts';

/** The report of miss-ratio curves: one self-contained HTML page that needs no network and is readable without scripts. */
export function renderMrcReport(document: MrcDocument): Promise<string> {
  const first = document.rows[0];
  const drawings = drawingsOf(document);
  return assemblePage({
    title: `${document.timing.title ?? document.workload.spec} · miss-ratio curves · Tierlab`,
    document,
    levels: 0,
    body: html`<main>
${mrcHeadline(document)}
${curveViews(document).map(view => [missRatioSection(view, drawings), sparedSection(view, drawings), shapeSection(view)])}
${first ? numbers(mrcTables(document), first) : null}
</main>`,
  });
}
