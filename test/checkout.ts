import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this repository lies. */
export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** What nobody gets who clones it, or what they make anew. */
const NOT_CLONED = ['node_modules', '.git', 'results', 'dist', 'my', 'coverage'];

/** A clone of the repository after `npm ci`, for a test to work in. */
export interface Checkout {
  readonly directory: string;
  remove(): void;
}

/** Copies the sources; packages are those of the repository, but what is compiled of the sources is kept in the checkout. */
export function checkout(): Checkout {
  const directory = mkdtempSync(join(tmpdir(), 'tierlab-checkout-'));
  for (const name of readdirSync(REPOSITORY))
    if (!NOT_CLONED.includes(name)) cpSync(join(REPOSITORY, name), join(directory, name), { recursive: true });
  const packages = join(REPOSITORY, 'node_modules');
  const links = readdirSync(packages).filter(name => name !== '.cache');
  // To unpack a browser for each checkout would take longer than what the browser is for.
  if (existsSync(join(packages, '.cache/chromium'))) links.push('.cache/chromium');
  mkdirSync(join(directory, 'node_modules/.cache'), { recursive: true });
  for (const name of links) symlinkSync(join(packages, name), join(directory, 'node_modules', name));
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}
