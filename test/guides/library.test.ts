import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAUSES } from '../../engine/hierarchy/events.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(join(repository, 'docs/library.md'), 'utf8');
/** A project that has Tierlab installed. */
const project = mkdtempSync(join(tmpdir(), 'tierlab-library-'));

beforeAll(() => {
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(repository, join(project, 'node_modules/tierlab'));
  symlinkSync(join(repository, 'node_modules/tsx'), join(project, 'node_modules/tsx'));
});
afterAll(() => rmSync(project, { recursive: true }));

const examples = [...guide.matchAll(/^```ts\n(.*?)^```\n\n```text\n(.*?)^```$/gms)].map(([, code, output]) => [
  code!,
  output!,
]);

test('the guide has examples', () => {
  expect(examples).toHaveLength(3);
});

test.each(examples)('an example of the guide prints what the guide says: %#', async (code, output) => {
  writeFileSync(join(project, 'example.mts'), code);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@tierlab/source', '--import', 'tsx', 'example.mts'],
    { cwd: project },
  );
  expect(stdout).toBe(output);
});

test('the guide names every cause of a departure', () => {
  for (const cause of CAUSES) expect(guide).toContain(`\`${cause}\``);
});
