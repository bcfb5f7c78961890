/** What happens where output cannot be written: one line that says so, and nothing half-written. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inThisProcess, tierlab, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();
const PROGRAM = fileURLToPath(new URL('../../scripts/bin.mjs', import.meta.url));

beforeAll(() => process.chdir(cwd));
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

it('a result that cannot be written ends with status 1 and leaves nothing under a temporary name', async () => {
  mkdirSync('results/result.json', { recursive: true });
  const { status, stderr } = await inThisProcess([
    'sim',
    '-n',
    '100',
    '--suggest',
    'off',
    '--out',
    'results',
    '--no-report',
  ]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^tierlab: EISDIR: .*\n$/);
  expect(readdirSync('results')).toEqual(['result.json']);
});

// Linux: a file system in which Node's own way of making directories never comes to an end.
it.runIf(existsSync('/proc/self'))('a directory that cannot be made is said to be none', async () => {
  const { status, stderr } = await tierlab(cwd, [
    'sim',
    '-n',
    '100',
    '--suggest',
    'off',
    '--out',
    '/proc/tierlab/results',
  ]);
  expect(status).toBeGreaterThan(0);
  expect(stderr).toMatch(/^tierlab: .*\/proc.*\n$/);
});

describe.runIf(existsSync('/dev/full'))('standard output on a full disk', () => {
  it.each([
    ['a document', 'policies --json'],
    ['a trace', 'trace convert -w zipf -n 100 --to csv -'],
  ])('is said in one line: %s', (_what, args) => {
    const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const;
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args.split(' ')], { cwd, stdio: [...stdio] });
    expect(`${stderr}`).toMatch(/^tierlab: standard output: ENOSPC: no space left on device, write\n$/);
    expect(status).toBe(1);
  });
});
