import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'tierlab-guide-'));
/** Where the reader works: a clone after `npm ci`. */
const clone = join(scratch, 'tierlab');
/** A project that has Tierlab installed. */
const project = join(scratch, 'project');

beforeAll(() => {
  const left = ['node_modules', '.git', 'results', 'dist', 'my'].map(name => join(repository, name));
  cpSync(repository, clone, { recursive: true, filter: path => !left.includes(path) });
  symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'));
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  for (const [name, from] of [
    ['tierlab', clone],
    ['tsx', join(repository, 'node_modules/tsx')],
  ] as const)
    symlinkSync(from, join(project, 'node_modules', name));
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** A fenced block of the guide: a file (its first line names it), commands, or what the commands before it print. */
interface Block {
  readonly kind: 'ts' | 'yaml' | 'sh' | 'text';
  readonly text: string;
}

function blocksOf(section: string): Block[] {
  const blocks = section.matchAll(/^```(ts|yaml|sh|text)\n(.*?)^```$/gms);
  return [...blocks].map(([, kind, text]) => ({ kind: kind as Block['kind'], text: text! }));
}

const guide = readFileSync(join(repository, 'docs/write-a-policy.md'), 'utf8');
const sections = new Map(guide.split(/^## /m).map(each => [each.slice(0, each.indexOf('\n')), blocksOf(each)]));

/** Writes a block that begins with the name of its file. */
function write({ text }: Block, directory: string): string {
  const name = /^(?:\/\/|#) (\S+)\n/.exec(text)![1]!;
  mkdirSync(dirname(join(directory, name)), { recursive: true });
  writeFileSync(join(directory, name), text);
  return name;
}

/** Runs a line of shell as a reader does, not as a test within a test. */
function run(line: string, cwd: string): Promise<string> {
  const ours = /^(VITEST|NODE_|npm_|TEST$|FORCE_COLOR)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  return new Promise((resolve, reject) => {
    execFile('sh', ['-c', line], { cwd, env: { ...env, NO_COLOR: '1' } }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${line}\n${stdout}\n${stderr}`));
      else resolve(stdout);
    });
  });
}

it('works in a clone, step by step', { timeout: 180_000 }, async () => {
  let printed = '';
  let commands = 0;
  let quoted = 0;
  const steps = [...sections].filter(([title]) => title !== 'Outside a clone').flatMap(([, blocks]) => blocks);
  for (const block of steps) {
    if (block.kind === 'ts' || block.kind === 'yaml') write(block, clone);
    else if (block.kind === 'text') {
      expect(printed).toContain(block.text);
      quoted++;
    } else {
      printed = '';
      for (const line of block.text.trim().split('\n')) {
        printed += await run(line, clone);
        commands++;
      }
    }
  }
  expect([commands, quoted]).toEqual([8, 2]);
  // What an editor says of the files: their types are right.
  await run('npx tsc -p .', clone);
});

it('works in a project that has Tierlab installed, types and all', { timeout: 60_000 }, async () => {
  await run('npm run build', clone);
  const [policy] = sections.get('1. Write the file')!;
  const [tests] = sections.get('Outside a clone')!;
  writeFileSync(join(project, 'bip.ts'), policy!.text);
  expect(write(tests!, project)).toBe('bip.test.ts');
  expect(await run('node --import tsx --test bip.test.ts', project)).toMatch(/^# pass 8$/m);

  const printed = await run('node node_modules/tierlab/scripts/bin.mjs policies ./bip.ts', project);
  expect(printed).toContain('bip (eviction)');

  const module = ['--module nodenext', '--target es2023', '--strict', '--noEmit', '--skipLibCheck'];
  const tsc = `node ${join(repository, 'node_modules/typescript/bin/tsc')}`;
  await run(`${tsc} ${module.join(' ')} --allowImportingTsExtensions bip.ts`, project);
});
