import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../../spec/input-error.ts';
import { readDocument, STANDARD_INPUT } from '../report/read-document.ts';
import { jsonText } from '../results/json-text.ts';
import { openInBrowser } from '../results/open-in-browser.ts';
import { checkOutputDirectory } from '../results/output-directory.ts';
import { writeFiles } from '../results/write-files.ts';
import type { Invocation } from './invocation.ts';
import { silent } from './invocation.ts';

/** Draws the page of a result document again. @throws InputError */
export async function run({ settings, argument: file }: Invocation): Promise<void> {
  if (file === undefined)
    throw new InputError('report', `no FILE given, expected a result document or ${STANDARD_INPUT} for standard input`);
  const out = settings.out ?? pageFor(file);
  checkOutputDirectory(dirname(out), '--out');
  if (isDirectory(out)) throw new InputError('--out', `${out} is a directory, expected the name of the page to write`);
  const { document, sealed, lacks, render } = await readDocument(file);
  if (!sealed) console.error(`tierlab: ${file}: its digest is not that of its content, which was changed`);
  if (!settings.noReport) writeFiles(dirname(out), { [basename(out)]: await render() });
  if (settings.json) console.log(jsonText(document));
  if (settings.noReport) return;
  if (!silent(settings)) {
    console.log(`report   ${out}`);
    if (lacks !== null) console.log(`         without the laboratory: ${lacks}`);
  }
  if (settings.open) openInBrowser(out, 'the report');
}

/** The page of a run lies beside its document and is called report.html; of a document with another name, as the document. */
function pageFor(file: string): string {
  if (file === STANDARD_INPUT) return 'report.html';
  const stem = basename(file).replace(/\.json$/, '');
  return join(dirname(file), `${stem === 'result' ? 'report' : stem}.html`);
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
