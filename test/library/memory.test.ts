import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';

const program = fileURLToPath(new URL('memory.ts', import.meta.url));
const guide = readFileSync(fileURLToPath(new URL('../../docs/production.md', import.meta.url)), 'utf8');

let measured: { day: number[]; perKey: Record<string, number> };

beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', program]);
  measured = JSON.parse(stdout);
}, 60_000);

it('a process holds no more at the end of a day than after its first hours', () => {
  const [, ...later] = measured.day;
  // 20,000 keys came and went meanwhile: the texts of the keys alone, kept in a list, would be 640 kB, their values some MB.
  const grown = later.at(-1)! - later[0]!;
  expect(later).toHaveLength(5);
  expect(grown).toBeLessThan(400_000);
});

it.each(['tierlab', 'exclusive-lru'])('%s takes as many bytes for a key as the guide says', preset => {
  const said = Number(new RegExp(`^\\| \`${preset}\` \\| (\\d+) B`, 'm').exec(guide)![1]);
  expect(measured.perKey[preset]! / said).toBeGreaterThan(0.8);
  expect(measured.perKey[preset]! / said).toBeLessThan(1.2);
});
