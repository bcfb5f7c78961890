import type { ExplainDocument } from '../../engine/documents/explain.ts';
import { explainFinding, explainSubject } from '../words/explain-words.ts';
import { titleOf } from '../words/headline.ts';
import { commandLine } from './command.ts';
import { html } from './html.ts';
import { stepsSection } from './sections/steps.ts';
import { assemblePage } from './shell.ts';

/** A small cache request by request: one self-contained page, with all steps below each other where there are no scripts. */
export function renderExplainPage(document: ExplainDocument): Promise<string> {
  const { digest, timing } = document;
  return assemblePage({
    title: `${titleOf(document)} · step by step · Tierlab`,
    // The steps stand in the page; their data would double it.
    document: null,
    levels: 0,
    script: 'browser/steps',
    body: html`<main>
<header>
<p class="kind">${titleOf(document)}</p>
<h1>${explainFinding(document)}</h1>
<p>${explainSubject(document)}</p>
${timing.command !== undefined && commandLine(timing.command, 'makes this page again')}
<p class="digest">digest <code>${digest}</code></p>
</header>
${stepsSection(document)}
</main>`,
  });
}
