import { join } from 'node:path';
import { styleText } from 'node:util';
import type { SummaryOptions } from '../../reports/terminal/paint.ts';
import { silent } from '../commands/invocation.ts';
import type { Settings } from '../options/settings.ts';
import { jsonText } from './json-text.ts';
import { openInBrowser } from './open-in-browser.ts';
import { writeFiles } from './write-files.ts';

/** How one kind of document is shown. */
export interface Presentation<Document> {
  /** The page; its libraries are loaded only when it is wanted. */
  page(document: Document): Promise<string>;
  /** The summary for a terminal. */
  summary(document: Document, options: SummaryOptions): string;
}

/** Writes the result files and prints what the user wants to see. */
export async function deliver<Document>(
  document: Document,
  directory: string,
  settings: Settings,
  presentation: Presentation<Document>,
): Promise<void> {
  const report = join(directory, 'report.html');
  const json = jsonText(document);
  writeFiles(directory, {
    'result.json': `${json}\n`,
    ...(settings.noReport ? {} : { 'report.html': await presentation.page(document) }),
  });
  if (settings.json) console.log(json);
  if (!silent(settings)) {
    const paths = settings.noReport ? {} : { reportPath: report };
    console.log(presentation.summary(document, { paint: styleText, ...paths }));
    console.log(`${settings.noReport ? '\n' : ''}  result   ${join(directory, 'result.json')}`);
  }
  if (settings.open && !settings.noReport) openInBrowser(report, 'the report');
}
