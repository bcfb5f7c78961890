import { createRequire } from 'node:module';

/** The package's own description, found by its name: the way from here differs between a clone and what was built. */
const description = createRequire(import.meta.url)('tierlab/package.json') as { readonly version: string };

/** The version of this package. */
export const { version } = description;
