import type { SimDocument } from '../../engine/documents/sim.ts';
import { drawingsOf } from '../charts/drawings.ts';
import { carry, type ReplayedRun } from '../laboratory/written/carry.ts';
import { simTables } from '../tables/sim-tables.ts';
import { titleOf } from '../words/headline.ts';
import { html } from './html.ts';
import { diagnosisSection } from './sections/diagnosis.ts';
import { headline } from './sections/headline.ts';
import { numbers } from './sections/numbers.ts';
import {
  flowSection,
  latencySection,
  predictionSection,
  sizeSection,
  timeSection,
  waitingSection,
} from './sections/pictures.ts';
import { suggestions } from './sections/suggestions.ts';
import { whatIfSection } from './sections/what-if.ts';
import { residencySection, workloadSection } from './sections/workload.ts';
import { assemblePage } from './shell.ts';

/**
 * The report of a simulation: one self-contained HTML page that needs no network and is readable without scripts.
 * @param run what was replayed, where other caches are to be tried on it in the page
 */
export function renderSimReport(document: SimDocument, run: ReplayedRun | null = null): Promise<string> {
  const drawings = drawingsOf(document);
  return assemblePage({
    title: `${titleOf(document)} · Tierlab`,
    document,
    levels: document.levels.length,
    ...(run && { laboratory: { foreign: run.foreign, data: (room: number) => carry(run, room) } }),
    body: html`<main>
${headline(document)}
${suggestions(document)}
${flowSection(document, drawings)}
${diagnosisSection(document, drawings)}
${timeSection(document, drawings)}
${latencySection(document, drawings)}
${waitingSection(document, drawings)}
${sizeSection(document, drawings)}
${residencySection(document, drawings)}
${workloadSection(document, drawings)}
${predictionSection(document, drawings)}
${run && whatIfSection()}
${numbers(simTables(document), { unit: document.configuration.unit, requests: document.totals.requests })}
</main>`,
  });
}
