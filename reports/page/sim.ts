import type { SimDocument } from '../../engine/documents/sim.ts';
import { drawingsOf } from '../charts/drawings.ts';
import { simTables } from '../tables/sim-tables.ts';
import { titleOf } from '../words/headline.ts';
import { html } from './html.ts';
import { diagnosisSection } from './sections/diagnosis.ts';
import { headline } from './sections/headline.ts';
import { numbers } from './sections/numbers.ts';
import { flowSection, latencySection, predictionSection, sizeSection, timeSection } from './sections/pictures.ts';
import { suggestions } from './sections/suggestions.ts';
import { assemblePage } from './shell.ts';

/** The report of a simulation: one self-contained HTML page that needs no network and is readable without scripts. */
export function renderSimReport(document: SimDocument): Promise<string> {
  const drawings = drawingsOf(document);
  return assemblePage({
    title: `${titleOf(document)} · Tierlab`,
    document,
    levels: document.levels.length,
    body: html`<main>
${headline(document)}
${suggestions(document)}
${flowSection(document, drawings)}
${diagnosisSection(document, drawings)}
${timeSection(document, drawings)}
${latencySection(document, drawings)}
${sizeSection(document, drawings)}
${predictionSection(document, drawings)}
${numbers(simTables(document), document.configuration.unit, document.totals.requests)}
</main>`,
  });
}
