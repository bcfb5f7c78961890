// A worker thread of Node 20 cannot load TypeScript by itself (tsx issue 354), so in a clone its entry is JavaScript. Where the
// command line runs from its compiled form, it says where that is, and the thread loads the same.
import { getEnvironmentData } from 'node:worker_threads';

const compiled = getEnvironmentData('tierlab/compiled');
if (compiled === undefined) (await import('tsx/esm/api')).register();
else process.setSourceMapsEnabled(true);
export const { perform } =
  compiled === undefined ? await import('./worker.ts') : await import(`${compiled}engine/runners/worker.mjs`);
