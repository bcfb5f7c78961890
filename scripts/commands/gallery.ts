import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartIn, renderGallery } from '../../reports/page/gallery.ts';
import { readExperimentFile } from '../experiment/experiment-file.ts';
import { commandOf, exhibits, fileOf } from '../gallery/exhibits.ts';
import { openInBrowser } from '../results/open-in-browser.ts';
import { writeFiles } from '../results/write-files.ts';
import type { Invocation } from './invocation.ts';
import { silent } from './invocation.ts';

/** One example of each report, and a page that leads to them. */
export async function run({ settings }: Invocation): Promise<void> {
  const directory = settings.out ?? 'results/gallery';
  const say = (line: string) => silent(settings) || console.log(line);
  const rooms = [];
  for (const exhibit of exhibits) {
    const { name, experiment, title, what, chart, load } = exhibit;
    const command = commandOf(exhibit, directory);
    const argument = fileOf(exhibit, directory);
    if (experiment !== undefined) writeFiles(directory, { [`${name}.yaml`]: experiment });
    const { jobs } = settings;
    const inFile = argument === undefined ? {} : readExperimentFile(argument).placed.settings;
    const out = join(directory, name);
    const module = await load();
    await module.run({
      settings: { ...inFile, ...exhibit.settings, ...(jobs && { jobs }), out, quiet: true },
      ...(argument !== undefined && { argument }),
      command,
    });
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    rooms.push({
      title,
      what,
      command,
      href: `${name}/report.html`,
      picture: chart === null ? null : chartIn(page, chart),
    });
    say(`  ${name.padEnd(13)} ${join(out, 'report.html')}`);
  }
  writeFiles(directory, { 'index.html': await renderGallery(rooms) });
  const index = join(directory, 'index.html');
  say(`\n  ${'gallery'.padEnd(13)} ${index}`);
  if (settings.open) openInBrowser(index, 'the gallery');
}
