import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/** How to start a browser. */
export interface BrowserLaunch {
  /** Null where no browser is known: Playwright then looks for an installed Chrome. */
  readonly executablePath: string | null;
  /** Variables of the browser's process, beside those of this one. */
  readonly env: Readonly<Record<string, string>>;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly browser: BrowserLaunch;
  }
}

/** Vitest's global set-up: finds or unpacks a browser once, before test files that might all want to at the same time. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('browser', await findBrowser());
}

/** The one `CHROME_PATH` names; on Linux x64 the Chromium that npm installed; elsewhere none. */
export async function findBrowser(): Promise<BrowserLaunch> {
  const named = process.env.CHROME_PATH;
  if (named) return { executablePath: named, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { executablePath: null, env: {} };
  const folder = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));
  await mkdir(folder, { recursive: true });
  // Several checkouts may share one node_modules, and some of them are gone sooner than it.
  const cache = await realpath(folder);
  return { executablePath: await unpackInto(cache), env: await ownLibrariesAndFonts(cache) };
}

async function unpackInto(cache: string): Promise<string> {
  // It unpacks into the temporary folder, where another user's copy would be in the way, and its own libraries (libnss3 and
  // others, absent from a bare machine) only where it believes to be on AWS, which it decides when it is imported.
  const ours = { TMPDIR: cache, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  const before = { ...process.env };
  Object.assign(process.env, ours);
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** A bare machine has neither; and with the same fonts everywhere, text is everywhere as wide. */
async function ownLibrariesAndFonts(cache: string): Promise<Record<string, string>> {
  const configuration = join(cache, 'fonts.conf');
  const folders = `<dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'fonts-cache')}</cachedir>`;
  const text = `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>\n`;
  // Another run may have browsers open that read it now.
  if ((await readFile(configuration, 'utf8').catch(() => null)) !== text) await writeFile(configuration, text);
  return { FONTCONFIG_FILE: configuration, LD_LIBRARY_PATH: join(cache, 'al2023', 'lib') };
}
