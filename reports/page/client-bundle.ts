import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Files beside this one, each the beginning of a script. */
export type ClientScript = 'main' | 'steps';

const bundles = new Map<ClientScript, Promise<string>>();

/** The script of a page as one text, made once a process and never written to disk. */
export function clientBundle(script: ClientScript): Promise<string> {
  const bundle = bundles.get(script) ?? bundleClient(script);
  bundles.set(script, bundle);
  return bundle;
}

async function bundleClient(script: ClientScript): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./browser/${script}${extname(import.meta.url)}`, import.meta.url))],
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
  // Inside a string of the script both spellings are the same; inside HTML only this one does not end the script.
  return outputFiles[0]!.text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
