import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Compiles the entries with all that they import to modules of JavaScript in a directory; what is loaded late, or by several
 * entries, stands in modules of its own.
 * @returns absolute paths of what was read and of what was written
 * @throws for a source that does not compile
 */
export async function compile(root, entries, directory) {
  const { metafile } = await build({
    entryPoints: [...entries],
    absWorkingDir: root,
    outbase: root,
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    entryNames: '[dir]/[name]',
    bundle: true,
    splitting: true,
    metafile: true,
    sourcemap: true,
    sourcesContent: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    plugins: [inPlace],
  });
  const absolute = files => Object.keys(files).map(path => join(root, path));
  return { sources: absolute(metafile.inputs), outputs: absolute(metafile.outputs) };
}

/** Modules find files beside their source, and not beside what was made of it. */
const inPlace = {
  name: 'in place',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: text.replaceAll('import.meta.url', () => url), loader: 'ts' };
    });
  },
};
