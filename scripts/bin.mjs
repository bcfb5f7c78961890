#!/usr/bin/env node
import { existsSync } from 'node:fs';

// A clone runs its sources; the package has none and runs what was built from them.
if (existsSync(new URL('./tierlab.ts', import.meta.url))) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./tierlab.ts');
} else await import('../dist/scripts/tierlab.js');
