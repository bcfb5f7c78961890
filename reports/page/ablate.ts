import type { AblateDocument } from '../../engine/documents/ablate.ts';
import { drawingsOf } from '../charts/drawings.ts';
import { ablateTables } from '../tables/ablate-tables.ts';
import { html } from './html.ts';
import { ablateHeadline, effectsSection, waterfallSection } from './sections/ablation.ts';
import { numbers } from './sections/numbers.ts';
import { assemblePage } from './shell.ts';

/** The report of an ablation: one self-contained HTML page that needs no network and is readable without scripts. */
export function renderAblateReport(document: AblateDocument): Promise<string> {
  return assemblePage({
    title: `${document.timing.title ?? document.workload.spec} · ablation · Tierlab`,
    document,
    levels: 0,
    body: html`<main>
${ablateHeadline(document)}
${waterfallSection(document, drawingsOf(document))}
${effectsSection(document)}
${numbers(ablateTables(document), { unit: document.from.config.unit, requests: document.counted })}
</main>`,
  });
}
