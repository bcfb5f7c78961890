#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setEnvironmentData } from 'node:worker_threads';
import { compiledForm } from './start/compiled.mjs';

const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)));
const directory = await compiledForm({
  root,
  entries: ['scripts/tierlab.ts', 'engine/runners/worker.ts'],
  cache: join(root, 'node_modules', '.cache', 'tierlab'),
});
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
