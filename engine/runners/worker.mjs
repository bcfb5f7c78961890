// A worker thread of Node 20 cannot load TypeScript by itself (tsx issue 354), so in a clone its entry is JavaScript.
import { register } from 'tsx/esm/api';

register();
export const { perform } = await import('./worker.ts');
