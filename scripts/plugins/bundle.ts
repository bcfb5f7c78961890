import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildFailure, build, type Metafile } from 'esbuild';

/** What `tierlab/policies` means to a plug-in, wherever it lies: the Tierlab that runs it. */
const API = realpathSync(fileURLToPath(new URL(`../../policies/api${extname(import.meta.url)}`, import.meta.url)));

export interface Bundle {
  /** One module in JavaScript with all that it imports. */
  readonly code: string;
  /** Of the file's content; where it imports other files, of a list of their hashes and paths, as `sha256sum` writes it. */
  readonly sha256: string;
}

/**
 * Makes one module of a file in TypeScript or JavaScript and of all that it imports.
 * @param name what messages call the file
 * @throws Error whose message begins with that name, line and column
 */
export async function bundle(path: string, name: string): Promise<Bundle> {
  // The compiler follows links, and names what it read.
  const file = realpathSync(path);
  const directory = dirname(file);
  try {
    const { outputFiles, metafile } = await build({
      entryPoints: [file],
      absWorkingDir: directory,
      outfile: `${file}.bundle.js`,
      write: false,
      bundle: true,
      metafile: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      sourcemap: 'inline',
      sourcesContent: false,
      alias: { 'tierlab/policies': API },
      logLevel: 'silent',
    });
    return { code: outputFiles[0]!.text, sha256: hashOf(ownFiles(metafile, basename(file), directory), directory) };
  } catch (error) {
    throw isFailure(error) ? new Error(firstComplaint(error, basename(file), name)) : error;
  }
}

/** The files that the plug-in is made of, relative to its directory; those of Tierlab are not its own. */
function ownFiles({ inputs }: Metafile, entry: string, directory: string): string[] {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path) || resolve(directory, path) === API) return;
    found.add(path);
    for (const each of inputs[path]?.imports ?? []) if (!each.external) visit(each.path);
  };
  visit(entry);
  return [...found].sort();
}

function hashOf(files: readonly string[], directory: string): string {
  const hashes = files.map(path => sha256(readFileSync(resolve(directory, path))));
  return files.length === 1 ? hashes[0]! : sha256(files.map((path, i) => `${hashes[i]}  ${path}\n`).join(''));
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function isFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error;
}

function firstComplaint({ errors }: BuildFailure, entry: string, name: string): string {
  const { text, location } = errors[0]!;
  if (!location) return `${name}: ${text}`;
  const { file, line, column } = location;
  return `${name}${file === entry ? '' : `: ${file}`}:${line}:${column + 1}: ${text}`;
}
