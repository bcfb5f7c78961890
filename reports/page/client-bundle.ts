import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

/** How scripts of pages are made: one text, for any browser of the last years. */
const SCRIPT = {
  // The compiler would resolve from where the process was when it was loaded, which need not exist any more.
  absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

const bundles = new Map<string, Promise<string>>();

/**
 * A module with all that it imports as one text of script, made once a process and never written to disk.
 * @param module relative to this folder, without its extension
 */
export function bundled(module: string): Promise<string> {
  const made = bundles.get(module) ?? bundle({ entryPoints: [moduleFile(module)] });
  bundles.set(module, made);
  return made;
}

/** Where a module lies, whether it runs as it was written or as it was built. */
export function moduleFile(module: string): string {
  return fileURLToPath(new URL(`${module}${extname(import.meta.url)}`, import.meta.url));
}

/** @throws Error for what cannot be made to run in a browser */
export async function bundle(source: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...SCRIPT, ...source, write: false });
  return outputFiles[0]!.text;
}

/** A script as it stands inside HTML: in its strings both spellings are the same, but only this one does not end the element. */
export function asInlineScript(script: string): string {
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
