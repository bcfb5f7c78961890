import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Checkout, checkout } from '../checkout.ts';
import { THOROUGH } from '../property-runs.ts';
import { type Block, sections, write } from './policy-guide.ts';

/** Where the reader works: a clone after `npm ci`. */
let clone: Checkout;
beforeAll(() => {
  clone = checkout();
});
afterAll(() => clone?.remove());

/** Runs a line of shell as a reader does, not as a test within a test. */
function run(line: string): Promise<string> {
  const ours = /^(VITEST|NODE_|npm_|TEST$|FORCE_COLOR)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  return new Promise((resolve, reject) => {
    execFile('sh', ['-c', line], { cwd: clone.directory, env: { ...env, NO_COLOR: '1' } }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${line}\n${stdout}\n${stderr}`));
      else resolve(stdout);
    });
  });
}

/** Without the commands that come again, which then see what was written in between as well. */
function onceEach(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(
    ({ kind, text }, i) =>
      kind !== 'sh' || !blocks.slice(i + 1).some(later => later.kind === 'sh' && later.text === text),
  );
}

it('works in a clone, step by step', { timeout: 180_000 }, async () => {
  const inClone = [...sections].filter(([title]) => title !== 'Outside a clone').flatMap(([, blocks]) => blocks);
  const steps = THOROUGH ? inClone : onceEach(inClone);
  let printed = '';
  let commands = 0;
  let quoted = 0;
  for (const block of steps) {
    if (block.kind === 'ts' || block.kind === 'yaml') write(block, clone.directory);
    else if (block.kind === 'text') {
      expect(printed).toContain(block.text);
      quoted++;
    } else {
      printed = '';
      for (const line of block.text.trim().split('\n')) {
        printed += await run(line);
        commands++;
      }
    }
  }
  expect([commands, quoted]).toEqual([THOROUGH ? 8 : 7, 2]);
  // What an editor says of the files: their types are right. The repository's own files are compiled by `npm run typecheck`.
  writeFileSync(join(clone.directory, 'my/tsconfig.json'), '{ "extends": "../tsconfig.json", "include": ["*.ts"] }');
  await run('npx tsc -p my');
});
