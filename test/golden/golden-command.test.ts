import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const directory = mkdtempSync(join(tmpdir(), 'tierlab-golden-command-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Two processes start, one in the other. */
const SLOW_MACHINE_MS = 60_000;

function write(name: string, text: string): void {
  const path = join(directory, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function golden(shared: string): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const root = new URL('../../', import.meta.url).pathname;
  return new Promise(resolve => {
    const args = ['--import', 'tsx', 'scripts/golden.ts', shared];
    const child = execFile(process.execPath, args, { cwd: root }, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

test('counts what agrees, shows what does not with the command that measures it, and fails', {
  timeout: SLOW_MACHINE_MS,
}, async () => {
  // Keys 1 2 3 in turn, ten times: LRU never hits with two entries, and misses three times with three.
  write('traces/lirs/cs.trace.gz', '1\n2\n3\n'.repeat(10));
  write(
    'golden/map.csv',
    'golden_file,policy,params,spec,tolerance\ncaffeine.csv,linked.Lru,,lru,0\ncaffeine.csv,x,,x,0\n',
  );
  write('golden/caffeine.csv', 'trace,size,policy,requests,misses\ncs,2,linked.Lru,30,30\ncs,3,linked.Lru,30,4\n');
  const { status, stdout } = await golden(directory);
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^UNEQUAL +lru +cs +entries +1 of 2; caffeine.csv: linked.Lru$/);
  expect(lines[1]!.trim()).toBe('at 3 entries: 3 misses of 30, golden 4 of 30');
  expect(lines[2]!.trim()).toMatch(
    /^npm run mrc -- --workload .*cs.trace.gz --policies lru --sizes 2,3 --seed 1 --json$/,
  );
  expect(lines).toContain('not in this version: x');
  expect(lines.at(-1)).toBe('1 passed, 1 failed');
  expect(status).toBe(1);
});

test('without golden numbers there is one line, and exit status 2', { timeout: SLOW_MACHINE_MS }, async () => {
  const absent = join(directory, 'absent');
  const stderr = `golden: no golden numbers: ${absent}/golden/map.csv is absent\n`;
  expect(await golden(absent)).toEqual({ status: 2, stdout: '', stderr });
});
