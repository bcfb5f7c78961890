import type { TuneDocument } from '../../engine/documents/tune.ts';
import { drawingsOf } from '../charts/drawings.ts';
import { tuneTables } from '../tables/tune-tables.ts';
import { html } from './html.ts';
import { numbers } from './sections/numbers.ts';
import { evaluatedSection, frontSection, sensitivitySection, tuneHeadline, unseenSection } from './sections/tuning.ts';
import { assemblePage } from './shell.ts';

/** The report of a tuning: one self-contained HTML page that needs no network and is readable without scripts. */
export function renderTuneReport(document: TuneDocument): Promise<string> {
  const drawings = drawingsOf(document);
  return assemblePage({
    title: `${document.timing.title ?? document.workload.spec} · tuning · Tierlab`,
    document,
    levels: 0,
    body: html`<main>
${tuneHeadline(document)}
${unseenSection(document, drawings)}
${frontSection(document, drawings)}
${sensitivitySection(document, drawings)}
${evaluatedSection(document, drawings)}
${numbers(tuneTables(document), { unit: document.budget.unit, requests: document.validation.requests })}
</main>`,
  });
}
