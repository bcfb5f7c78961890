import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { experimentFileSchema } from '../../scripts/schemas/experiment.ts';
import { inThisProcess, workingDirectory } from '../cli/tierlab.ts';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const files = readdirSync(join(docs, 'experiments'));
const guide = readFileSync(join(docs, 'experiments.md'), 'utf8');

const home = process.cwd();
const cwd = workingDirectory();
beforeAll(() => process.chdir(cwd));
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

it.each(files)('%s runs, is in the words of its schema, and the guide says what came out', async file => {
  const path = join(docs, 'experiments', file);
  experimentFileSchema.parse(parse(readFileSync(path, 'utf8')));
  const small = ['--requests', '500', '--seeds', '2', '--no-report', '--quiet', '--out', file];
  expect(await inThisProcess(['experiment', path, ...small])).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(guide).toContain(`npx tierlab experiment docs/experiments/${file}`);
});

it('what the guide asks of results can be asked', async () => {
  const queries = [...guide.matchAll(/^npx tierlab query "(.*?)"/gms)].map(([, sql]) => sql!);
  expect(queries.length).toBeGreaterThan(2);
  for (const sql of queries) {
    const { status, stdout, stderr } = await inThisProcess(['query', sql, '--in', '.', '--json']);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).rows.length, sql).toBeGreaterThan(0);
  }
});
