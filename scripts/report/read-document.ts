import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import { hashOf } from '../results/digest.ts';
import { faultOf } from './fault.ts';
import { kinds } from './kinds.ts';

/** What stands for standard input. */
export const STANDARD_INPUT = '-';

/** A result document that was read, and how it is drawn. */
export interface ReadDocument {
  readonly document: object;
  /** Whether its digest is that of what it holds: nobody has changed it. */
  readonly sealed: boolean;
  /** Why no other caches can be tried in the page, where they could be in that of the run; null otherwise. */
  readonly lacks: string | null;
  render(): Promise<string>;
}

/** Reads a result document of any kind that has a page. @throws InputError for what is none, with its place in the file */
export async function readDocument(file: string): Promise<ReadDocument> {
  const place = file === STANDARD_INPUT ? 'standard input' : file;
  const document = parse(readText(file, place), place);
  const name = schemaName(document);
  if (name === undefined) throw new InputError(place, 'no result document: it has no field "schema"');
  const load = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!load) throw new InputError(`${place}: schema`, `no page for "${name}"${suggestion(name, Object.keys(kinds))}`);
  const { schema, render, lacks } = await load();
  check(document, schema, place);
  // As it was read: what the schema returns has its fields in another order.
  const sealed = isSealed(document);
  return {
    document,
    sealed,
    lacks: lacks(document),
    render: () => (sealed ? render(document) : drawn(render(document), place)),
  };
}

/** A page of a document that somebody has changed, beyond what its schema tells. @throws InputError where it cannot be drawn */
async function drawn(page: Promise<string>, place: string): Promise<string> {
  try {
    return await page;
  } catch (error) {
    throw new InputError(place, `it was changed, and cannot be drawn any more (${(error as Error).message})`);
  }
}

function readText(file: string, place: string): string {
  try {
    return readFileSync(file === STANDARD_INPUT ? 0 : file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problems: Readonly<Record<string, string>> = {
      ENOENT: 'no such file',
      EISDIR: 'is a directory, expected the document in it',
    };
    const problem = code === undefined ? undefined : problems[code];
    throw problem === undefined ? error : new InputError(place, problem);
  }
}

function parse(text: string, place: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const position = /at position (\d+)/.exec((error as SyntaxError).message)?.[1];
    if (position === undefined) throw new InputError(place, 'not JSON');
    const before = text.slice(0, Number(position)).split('\n');
    throw new InputError(`${place}:${before.length}:${before.at(-1)!.length + 1}`, 'not JSON');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new InputError(place, 'no result document: expected an object');
  return value;
}

function schemaName(document: object): string | undefined {
  return 'schema' in document && typeof document.schema === 'string' ? document.schema : undefined;
}

function isSealed(document: object): boolean {
  const { digest, timing: _, ...body } = document as Readonly<Record<string, unknown>>;
  return digest === hashOf(body);
}

function check(document: object, schema: z.ZodType, place: string): void {
  const { error } = schema.safeParse(document);
  if (!error) return;
  const { path, problem } = faultOf(error, document);
  throw new InputError(path === '' ? place : `${place}: ${path}`, problem);
}
