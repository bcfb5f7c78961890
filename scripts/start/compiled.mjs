// The project compiled to JavaScript and kept: a few large modules load in a third of the time of some 250 small ones that are
// translated as they are loaded. Whatever is wrong with what was kept, the sources are compiled again.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';

/** Says which directory holds what was compiled last, of which files it was made, and what it consists of. */
const RECORD = 'record.json';
const COMPILER = ['compiled.mjs', 'compile.mjs'].map(name => join(import.meta.dirname, name));
/** Milliseconds after which nothing that was compiled before is in use any more. */
const OUTDATED = 24 * 3600 * 1000;
/** Milliseconds by which the times of files may lag behind the clock. */
const FILE_CLOCK = 10;

/**
 * @typedef {object} Project
 * @property {string} root
 * @property {readonly string[]} entries the modules to compile with all that they import, relative to the root
 * @property {string} cache the directory where the compiled form is kept
 */

/** The command line of a clone, and what its threads run. @param {string} root @returns {Project} */
export function commandLineOf(root) {
  return {
    root,
    entries: ['scripts/tierlab.ts', 'engine/runners/worker.ts'],
    cache: join(root, 'node_modules', '.cache', 'tierlab'),
  };
}

/**
 * The directory with the compiled form of the sources as they are now: `scripts/tierlab.ts` is `scripts/tierlab.mjs` there.
 * @param {Project} project
 * @returns {Promise<string | null>} null where the sources cannot be compiled, or the result cannot be kept: whoever asks then
 * loads the sources
 */
export async function compiledForm({ root, entries, cache }) {
  try {
    return kept(root, entries, cache) ?? (await keep(root, entries, cache));
  } catch {
    // What is wrong with a source says best who loads it.
    return null;
  }
}

/** What was compiled before, if the sources and every file of it are still the same. */
function kept(root, entries, cache) {
  try {
    const record = JSON.parse(readFileSync(join(cache, RECORD), 'utf8'));
    // A copy of the whole project has the stamps of the original, whose places are compiled in.
    if (record.root !== root || record.entries.join() !== entries.join()) return null;
    const same = record.files.every(([path, stamp]) => stampOf(join(root, path)) === stamp);
    return same ? join(cache, record.directory) : null;
  } catch {
    return null;
  }
}

async function keep(root, entries, cache) {
  // Before the work, which is in vain where nothing can be written.
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, 'form-'));
  try {
    const started = Date.now();
    const { compile } = await import('./compile.mjs');
    const { sources, outputs } = await compile(root, entries, directory);
    const made = [...sources, ...COMPILER];
    clearAway(cache);
    // A source that changed meanwhile may have been read before or after: the next start compiles again.
    if (made.some(path => changedSince(path, started))) return directory;
    const files = [...made, ...outputs].map(path => [relative(root, path), stampOf(path)]);
    const record = { root, entries, directory: relative(cache, directory), files };
    // All at once: another process may be reading.
    const draft = join(directory, RECORD);
    writeFileSync(draft, JSON.stringify(record));
    renameSync(draft, join(cache, RECORD));
    return directory;
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

/** Removes what is so old that no process loads from it any more. */
function clearAway(cache) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (name.startsWith('form-') && statSync(path).mtimeMs < Date.now() - OUTDATED)
      rmSync(path, { recursive: true, force: true });
  }
}

/** A time in the future, from a machine whose clock runs ahead, says nothing. */
function changedSince(path, started) {
  const { mtimeMs } = statSync(path);
  return mtimeMs >= started - FILE_CLOCK && mtimeMs <= Date.now();
}

function stampOf(path) {
  const { size, mtimeMs, ctimeMs } = statSync(path);
  return `${size} ${mtimeMs} ${ctimeMs}`;
}
