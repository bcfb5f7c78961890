import type { MrcPerLevelDocument } from '../../engine/documents/mrc-per-level.ts';
import { drawingsOf } from '../charts/drawings.ts';
import { mrcPerLevelTables } from '../tables/mrc-per-level-tables.ts';
import { html } from './html.ts';
import { levelSizeSection, perLevelHeadline, roomSection } from './sections/level-sizes.ts';
import { numbers } from './sections/numbers.ts';
import { assemblePage } from './shell.ts';

/** The report of a hierarchy over the sizes of its levels: one self-contained HTML page that needs no network and is readable without scripts. */
export function renderMrcPerLevelReport(document: MrcPerLevelDocument): Promise<string> {
  const { configuration, timing, workload } = document;
  return assemblePage({
    title: `${timing.title ?? workload.spec} · sizes of levels · Tierlab`,
    document,
    levels: configuration.levels.length,
    body: html`<main>
${perLevelHeadline(document)}
${roomSection(document)}
${levelSizeSection(document, drawingsOf(document))}
${numbers(mrcPerLevelTables(document), { unit: configuration.unit, requests: workload.requests })}
</main>`,
  });
}
