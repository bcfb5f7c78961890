#!/usr/bin/env node
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setEnvironmentData } from 'node:worker_threads';

// A clone runs its sources; the package has none and runs what was built from them.
if (existsSync(new URL('./tierlab.ts', import.meta.url))) await runSources();
else await import('../dist/scripts/tierlab.js');

async function runSources() {
  const { commandLineOf, compiledForm } = await import('./start/compiled.mjs');
  const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)));
  const directory = await compiledForm(commandLineOf(root));
  if (directory === null) {
    const { register } = await import('tsx/esm/api');
    register();
    await import('./tierlab.ts');
  } else {
    // As tsx does: a defect is reported with its place in the source.
    process.setSourceMapsEnabled(true);
    // So that threads load the same, whatever becomes of the sources meanwhile.
    setEnvironmentData('tierlab/compiled', pathToFileURL(`${directory}/`).href);
    await import(pathToFileURL(join(directory, 'scripts', 'tierlab.mjs')).href);
  }
}
