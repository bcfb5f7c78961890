import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inThisProcess, workingDirectory } from '../cli/tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

beforeAll(() => process.chdir(cwd));
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

/** Commands that stand in a guide before what they print. */
function examplesIn(guide: string): { command: string; printed: string }[] {
  const text = readFileSync(fileURLToPath(new URL(`../../docs/${guide}`, import.meta.url)), 'utf8');
  return [...text.matchAll(/```sh\nnpx tierlab (.*)\n```\n\n```\n([\s\S]*?)\n```/g)].map(([, command, printed]) => ({
    command: command!,
    printed: printed!,
  }));
}

describe.each(['explain.md', 'suggestions.md'])('what %s shows', guide => {
  it.each(examplesIn(guide))('is what is printed by $command', async ({ command, printed }) => {
    const { status, stdout } = await inThisProcess([...command.split(' '), '--no-report']);
    expect(status).toBe(0);
    // Where the files are is left out, and the digest, which changes with every field that the document gets.
    const undigested = (text: string) => text.replace(/digest [0-9a-f]{8}/, 'digest');
    expect(undigested(stdout.split('\n\n  result   ')[0]!.trimEnd())).toBe(undigested(printed));
  });

  it('are examples at all', () => {
    expect(examplesIn(guide).length).toBeGreaterThan(0);
  });
});
