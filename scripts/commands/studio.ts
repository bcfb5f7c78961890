import { resolve } from 'node:path';
import { InputError } from '../../spec/input-error.ts';
import { parseCount } from '../../spec/quantity.ts';
import { flagOf, OF_SIM, options } from '../options/table.ts';
import { openInBrowser } from '../results/open-in-browser.ts';
import { checkOutputDirectory } from '../results/output-directory.ts';
import { ExperimentFolder } from '../studio/folder.ts';
import { serveStudio } from '../studio/server.ts';
import { type Invocation, silent } from './invocation.ts';

const DEFAULT_FOLDER = 'experiments';
const LAST_PORT = 65_535;

/** Serves the laboratory until it is interrupted. @throws InputError for a port that cannot be had, and for a folder that is none */
export async function run({ settings, argument = DEFAULT_FOLDER }: Invocation): Promise<void> {
  const port = parseCount(settings.port ?? options.port.default, flagOf('port'));
  if (port > LAST_PORT) throw new InputError(flagOf('port'), `found ${settings.port}, expected 0 to ${LAST_PORT}`);
  checkOutputDirectory(argument, 'FOLDER');
  const server = await serveStudio(new ExperimentFolder(resolve(argument), OF_SIM), argument, port);
  if (settings.json) console.log(JSON.stringify({ url: server.url }));
  if (!silent(settings))
    console.log(`  studio   ${server.url}   (Ctrl-C ends it; experiments are kept in ${argument})`);
  if (settings.open) openInBrowser(server.url, 'the studio');
  await interrupted();
  await server.close();
}

/** That is how a server ends: nothing was left undone. */
function interrupted(): Promise<void> {
  return new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
