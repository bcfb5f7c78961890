import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const bundles = new Map<string, Promise<string>>();

/**
 * A module with all that it imports as one text of script, made once a process and never written to disk.
 * @param module relative to this folder, without its extension
 */
export function bundled(module: string): Promise<string> {
  const made = bundles.get(module) ?? bundle(module);
  bundles.set(module, made);
  return made;
}

async function bundle(module: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`${module}${extname(import.meta.url)}`, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

/** A script as it stands inside HTML: in its strings both spellings are the same, but only this one does not end the element. */
export function asInlineScript(script: string): string {
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
