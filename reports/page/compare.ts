import type { CompareDocument } from '../../engine/documents/compare.ts';
import { drawingsOf } from '../charts/drawings.ts';
import { compareTables } from '../tables/compare-tables.ts';
import { comparisonsOf } from '../words/comparison.ts';
import { html } from './html.ts';
import { compareHeadline, differencesSection, heatSection, metricSections } from './sections/comparison.ts';
import { numbers } from './sections/numbers.ts';
import { assemblePage } from './shell.ts';

/**
 * The report of a comparison: one self-contained HTML page that needs no network and is readable without scripts.
 * @param place what it is that there are several of
 */
export function renderCompareReport(document: CompareDocument, place = 'workload'): Promise<string> {
  const drawings = drawingsOf(document);
  const comparisons = comparisonsOf(document);
  return assemblePage({
    title: `${document.timing.title ?? document.workload.spec} · comparison · Tierlab`,
    document,
    levels: 0,
    body: html`<main>
${compareHeadline(document, comparisons, place)}
${heatSection(document, comparisons, drawings, place)}
${metricSections(document, comparisons, drawings)}
${differencesSection(comparisons)}
${numbers(compareTables(document), comparisons[0]!.precision)}
</main>`,
  });
}
