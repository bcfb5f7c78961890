import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { inThisProcess, workingDirectory } from './tierlab.ts';

const cwd = workingDirectory();

/** Keys that go up by seven, round and round, so that neighbours appear far from each other. */
const keys = (name: (key: number) => string) =>
  `key,time\n${Array.from({ length: 600 }, (_, i) => `${name((7 * i) % 200)},${i}`).join('\n')}\n`;

beforeAll(() => {
  writeFileSync(join(cwd, 'numbers.csv'), keys(String));
  writeFileSync(
    join(cwd, 'words.csv'),
    keys(key => `user:${key}`),
  );
});
afterAll(() => rmSync(cwd, { recursive: true }));

const sim = (trace: string, ...more: string[]) =>
  inThisProcess(
    ['sim', '--workload', join(cwd, trace), '--levels', 'L1=9', '--no-report', '--out', join(cwd, 'out')].concat(more),
  );

it('a trace whose keys are numbers is read with them for a predictor that reckons with keys', async () => {
  const { status, stderr } = await sim('numbers.csv', '--prediction', 'sequential:step=7,throttle=false');
  expect([status, stderr]).toEqual([0, '']);
  const { prediction } = JSON.parse(readFileSync(join(cwd, 'out', 'result.json'), 'utf8')) as SimDocument;
  // Each key is the last one plus 7, but where the count of 200 begins anew.
  expect(prediction!.useful + prediction!.late).toBeGreaterThan(500);
});

it('one whose keys are words is refused in one line', async () => {
  expect(await sim('words.csv', '--prediction', 'sequential')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'tierlab: --prediction: sequential looks at the keys\' numbers, and the key "user:0" is none\n',
  });
});
