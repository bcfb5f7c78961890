import { closeSync, type Dirent, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../spec/input-error.ts';

/** Files of results. */
export interface FoundResults {
  /** Documents by kind: the `sim` of `tierlab/sim@1`. */
  readonly documents: ReadonlyMap<string, readonly string[]>;
  /** Lines of JSON by the name of their table. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
  /** Of the largest file. */
  readonly largestBytes: number;
}

/** Files of lines, and what their tables are called. */
const TABLES: Readonly<Record<string, string>> = { 'results.jsonl': 'cells', 'evaluations.jsonl': 'evaluations' };

/** How much of a document is read to learn what it is: its schema is its first field. */
const HEAD_BYTES = 200;

/** Looks for results in a directory and below it. @throws InputError when there is none */
export function findResults(directory: string): FoundResults {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError('--in', `there is no directory ${directory}`);
  const documents = new Map<string, string[]>();
  const lines = new Map<string, string[]>();
  let largestBytes = 0;
  const add = (to: Map<string, string[]>, name: string, path: string) => {
    to.set(name, [...(to.get(name) ?? []), path]);
    largestBytes = Math.max(largestBytes, statSync(path).size);
  };
  for (const path of filesBelow(directory)) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const kind = name === 'result.json' ? kindOf(path) : null;
    if (kind !== null) add(documents, kind, path);
    // An interrupted run may not have written any.
    if (TABLES[name] !== undefined && statSync(path).size > 0) add(lines, TABLES[name]!, path);
  }
  if (documents.size + lines.size === 0)
    throw new InputError('--in', `no results in ${directory}, expected result.json or results.jsonl in it or below it`);
  return { documents, lines, largestBytes };
}

/** In alphabetical order, so that answers do not depend on the file system. */
function filesBelow(directory: string): string[] {
  const inside = (each: Dirent) => `${directory === '.' ? '' : join(directory, '/')}${each.name}`;
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(each => {
      if (each.isDirectory()) return /^(node_modules|\..*)$/.test(each.name) ? [] : filesBelow(inside(each));
      return each.isFile() ? [inside(each)] : [];
    });
}

/** Null for JSON that is no result document. */
function kindOf(path: string): string | null {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const text = head.toString('utf8', 0, readSync(file, head, 0, HEAD_BYTES, 0));
    return /^\s*\{\s*"schema":\s*"tierlab\/([a-z-]+)@\d+"/.exec(text)?.[1]?.replaceAll('-', '_') ?? null;
  } finally {
    closeSync(file);
  }
}
