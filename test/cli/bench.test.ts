import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { benchSchema } from '../../scripts/schemas/bench.ts';
import { tierlab, workingDirectory } from './tierlab.ts';

it('the benchmark measures the policies that were named, beside the baselines', async () => {
  const cwd = workingDirectory();
  const { stdout } = await tierlab(cwd, ['bench', '-n', '2k', '--policies', 'lru', '--json', '--out', 'speed']);
  const { rows } = benchSchema.parse(JSON.parse(stdout));
  expect(rows.map(row => row.group)).toEqual(['baseline', 'baseline', 'flat']);
  const [map, cache, lru] = rows;
  expect(lru).toMatchObject({ name: 'lru', hitRatio: map!.hitRatio, fasterThanMap: map!.ratio / lru!.ratio });
  expect(lru!.fasterThanLruCache).toBe(cache!.ratio / lru!.ratio);
  // Two links of four bytes, and whether it is resident; a few bytes more for the ends of the lists.
  expect(lru!.bytesPerKey).toBeGreaterThanOrEqual(9);
  expect(lru!.bytesPerKey).toBeLessThan(9.5);
  expect(JSON.parse(readFileSync(join(cwd, 'speed/bench.json'), 'utf8')).rows).toEqual(rows);
  expect(readFileSync(join(cwd, 'speed/bench.md'), 'utf8')).toContain(`| lru | ${lru!.speed.toFixed(1)} |`);
}, 60_000);
