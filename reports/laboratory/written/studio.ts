import { html } from '../../page/html.ts';
import { assemblePage } from '../../page/shell.ts';
import type { StudioData } from '../studio-data.ts';

/** The most levels that a cache has. */
const LEVELS = 8;

/** The page of the studio: a laboratory for a workload and a cache that are built in it. */
export function renderStudio(data: StudioData): Promise<string> {
  return assemblePage({
    title: 'Studio · Tierlab',
    document: data,
    levels: LEVELS,
    laboratory: { foreign: { plugins: [], samples: [] }, data: () => ({}) },
    script: '../laboratory/browser/studio/main',
    served: true,
    body: html`<main id="studio">
<header>
<p class="kind">Tierlab studio</p>
<h1>A workload, a cache, and how they get along</h1>
<p class="caption">Everything runs in this page: the same engine as on the command line, which counts the same. Experiments are kept in <code>${data.folder}</code>.</p>
</header>
<noscript><p class="alarm">The studio is a script, and scripts are switched off here.</p></noscript>
<div class="bench"></div>
</main>`,
  });
}
