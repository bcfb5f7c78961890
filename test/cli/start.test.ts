import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Checkout, checkout } from '../checkout.ts';

/** A checkout of its own: what is compiled of it is kept there. */
let clone: Checkout;
beforeAll(() => {
  clone = checkout();
});
afterAll(() => clone?.remove());

function start(...args: string[]) {
  const env = { ...process.env, NODE_DEBUG: 'esm', NO_COLOR: '1' };
  const program = join(clone.directory, 'scripts/bin.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: clone.directory,
    env,
    encoding: 'utf8',
    // What is said of every module that is loaded takes megabytes.
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, translated: stderr.includes('/node_modules/tsx/') };
}

const CURVES = ['mrc', '-w', 'zipf', '-n', '2000', '--policies', 'lru,fifo', '--sizes', '100', '--jobs', '2', '--json'];

function digest(stdout: string): string {
  return JSON.parse(stdout).digest;
}

test('the command line and its threads load nothing but their compiled form, and find the same as from the sources', () => {
  const compiled = start(...CURVES, '--no-report');
  expect(compiled).toMatchObject({ status: 0, translated: false });
  const cache = join(clone.directory, 'node_modules/.cache');
  rmSync(cache, { recursive: true });
  // A checkout in which nothing can be written.
  writeFileSync(cache, '');
  const translated = start(...CURVES, '--no-report');
  expect(translated).toMatchObject({ status: 0, translated: true });
  expect(digest(translated.stdout)).toBe(digest(compiled.stdout));
  rmSync(cache);
});

test('an edited source runs at the next start, a broken one is reported', () => {
  const description = join(clone.directory, 'scripts/commands/descriptions/mrc.ts');
  const text = readFileSync(description, 'utf8');
  expect(start('--help').stdout).not.toContain('edited summary');
  writeFileSync(description, text.replace('Miss-ratio curves:', 'The edited summary:'));
  expect(start('--help').stdout).toContain('The edited summary:');
  writeFileSync(description, `${text}\n)`);
  expect(start('--help').status).toBe(1);
  writeFileSync(description, text);
});

test('reports find their style and their script, which lie beside the sources', () => {
  expect(start('sim', '-w', 'zipf', '-n', '2000', '--out', 'found', '--quiet').status).toBe(0);
  const page = readFileSync(join(clone.directory, 'found/report.html'), 'utf8');
  expect(page).toContain('<style>');
  expect(page.length).toBeGreaterThan(50_000);
});
