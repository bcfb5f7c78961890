import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { THOROUGH } from '../property-runs.ts';
import { inThisProcess, tierlab, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();
const cache = join(cwd, 'cache');

beforeAll(() => {
  process.chdir(cwd);
  vi.stubEnv('TIERLAB_CACHE', cache);
  // 4 MiB of columns and more, so that it is kept.
  writeFileSync('trace.csv', `time,key,size\n${Array.from({ length: 230_000 }, (_, i) => row(i)).join('')}`);
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

const KEYS = Array.from({ length: 1_000_000 }, (_, i) => `${(i * i) % 3_001}\n`).join('');

function row(i: number): string {
  return `${i / 10},${(i * i) % 3_001},${1 + ((i * i) % 997)}\n`;
}

describe.each([
  ['mrc', '--policies', 'lru,opt,s3-fifo,random', '--sizes', '1%,10%'],
  ['sim', '--levels', 'L1=1%/5m/lru,L2=10%/-/sieve', '--seeds', '2', '--suggest', THOROUGH ? 'full' : 'off'],
])('%s', (...command) => {
  it('gives the same document from a trace read, kept, and not kept', async () => {
    rmSync(cache, { recursive: true, force: true });
    const args = [...command, '--workload', 'trace.csv', '--json', '--no-report'];
    const runs = [];
    for (const more of [['--no-store'], [], []]) {
      const { stdout, stderr } = await inThisProcess([...args, ...more]);
      expect(stderr).toBe('');
      const { timing: _, ...document } = JSON.parse(stdout);
      runs.push({ document, kept: readdirSync(cwd).includes('cache') && readdirSync(cache).length });
    }
    expect(runs.map(each => each.kept)).toEqual([false, 1, 1]);
    expect(runs[1]!.document).toEqual(runs[0]!.document);
    expect(runs[2]!.document).toEqual(runs[0]!.document);
  });
});

it('leaves nothing unfinished behind when it is interrupted while it reads', async () => {
  rmSync(cache, { recursive: true, force: true });
  // Long enough to be interrupted in the middle: 15 million keys.
  writeFileSync('long.txt', Array.from({ length: 15 }, () => KEYS).join(''));
  const unfinished = () => existsSync(cache) && readdirSync(cache).some(name => name.endsWith('.part'));
  const controller = new AbortController();
  const ended = tierlab(cwd, ['mrc', '-w', 'long.txt', '--policies', 'lru', '--sizes', '10'], controller.signal);
  await vi.waitUntil(unfinished, { timeout: 30_000, interval: 2 });
  controller.abort();
  expect((await ended).status).toBeNull();
  expect(readdirSync(cache)).toEqual([]);
});
