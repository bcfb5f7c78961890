import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { compiledForm, type Project } from './compiled.mjs';

const HOUR = 3600;
/** Seconds since 1970. */
const LONG_AGO = 1_700_000_000;
let project: Project;

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'tierlab-start-'));
  project = { root, entries: ['rooms/main.ts'], cache: join(root, 'cache') };
  mkdirSync(join(root, 'rooms'));
  source('main.ts', "import { word } from './word.ts';\nconsole.log(word satisfies string, import.meta.url);\n");
  source('word.ts', "export const word: string = 'one';\n");
});

/** Writes a source that has always been so, as far as its time tells. */
function source(name: string, text: string): void {
  const path = join(project.root, 'rooms', name);
  writeFileSync(path, text);
  utimesSync(path, LONG_AGO, LONG_AGO);
}

function output(directory: string | null): string {
  return execFileSync(process.execPath, [join(directory!, 'rooms/main.mjs')], { encoding: 'utf8' });
}

test('sources are compiled once, and know where they lie', async () => {
  const directory = await compiledForm(project);
  expect(output(directory)).toBe(`one file://${project.root}/rooms/main.ts\n`);
  expect(await compiledForm(project)).toBe(directory);
});

test('a source that changed is noticed, though it has the same size and time', async () => {
  const before = await compiledForm(project);
  source('word.ts', "export const word: string = 'two';\n");
  const after = await compiledForm(project);
  expect(output(after)).toContain('two');
  // A process that is under way may still load from there.
  expect(output(before)).toContain('one');
});

test('a source that is written while it is compiled is compiled again', async () => {
  const first = compiledForm(project);
  writeFileSync(join(project.root, 'rooms/word.ts'), "export const word: string = 'two';\n");
  expect(await compiledForm(project)).not.toBe(await first);
  expect(output(await compiledForm(project))).toContain('two');
});

test.each<[string, (directory: string) => void]>([
  ['a record that is cut short', () => truncateSync(join(project.cache, 'record.json'), 40)],
  ['a record of something else', () => writeFileSync(join(project.cache, 'record.json'), '[]')],
  ['a module that is cut short', directory => truncateSync(join(directory, 'rooms/main.mjs'), 5)],
  ['a module that is gone', directory => rmSync(join(directory, 'rooms/main.mjs'))],
])('%s is as good as nothing', async (_, spoil) => {
  const directory = (await compiledForm(project))!;
  spoil(directory);
  const again = await compiledForm(project);
  expect(again).not.toBe(directory);
  expect(output(again)).toContain('one');
});

test('a source from the future is compiled once all the same', async () => {
  utimesSync(join(project.root, 'rooms/word.ts'), Date.now() / 1e3 + HOUR, Date.now() / 1e3 + HOUR);
  expect(await compiledForm(project)).toBe(await compiledForm(project));
});

test('a project that was moved is compiled anew, because its places are compiled in', async () => {
  await compiledForm(project);
  const root = `${project.root}-moved`;
  renameSync(project.root, root);
  project = { ...project, root, cache: join(root, 'cache') };
  expect(output(await compiledForm(project))).toBe(`one file://${root}/rooms/main.ts\n`);
});

test('nothing is kept of what does not compile, or where nothing can be written', async () => {
  source('word.ts', 'export const word: = 1;\n');
  expect(await compiledForm(project)).toBeNull();
  expect(readdirSync(project.cache)).toEqual([]);
  source('word.ts', "export const word: string = 'one';\n");
  expect(await compiledForm({ ...project, cache: join(project.root, 'rooms/main.ts') })).toBeNull();
});

test('what was compiled more than a day ago leaves when the sources are compiled again', async () => {
  const old = (await compiledForm(project))!;
  const recent = join(project.cache, 'form-recent');
  mkdirSync(recent);
  utimesSync(old, Date.now() / 1e3 - 25 * HOUR, Date.now() / 1e3 - 25 * HOUR);
  source('word.ts', "export const word: string = 'two';\n");
  const now = (await compiledForm(project))!;
  expect(readdirSync(project.cache).map(name => join(project.cache, name))).toEqual(
    expect.arrayContaining([now, recent]),
  );
  expect(readdirSync(project.cache)).toHaveLength(3);
});
