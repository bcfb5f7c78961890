import { expect, it } from 'vitest';
import type { MrcRow } from '../../engine/documents/mrc.ts';
import { mrcSchema } from '../../scripts/schemas/mrc.ts';
import { inThisProcess, tierlab, workingDirectory } from './tierlab.ts';

it('a bound stands among the policies of a curve, marked as one, and no policy hits more', async () => {
  const { stdout } = await tierlab(workingDirectory(), [
    'mrc',
    '-w',
    'ml-pipeline',
    '-n',
    '5k',
    '--policies',
    'gdsf,pfoo-l',
    '--sizes',
    '1%,10%,64KiB',
    '--json',
  ]);
  const { rows } = mrcSchema.parse(JSON.parse(stdout)) as { rows: readonly MrcRow[] };
  const [gdsf, bound] = ['gdsf', 'pfoo-l'].map(name => rows.filter(row => row.policy === name));
  expect(bound!.map(row => row.bound)).toEqual([true, true, true]);
  expect(gdsf!.every(row => !('bound' in row))).toBe(true);
  for (const [i, row] of gdsf!.entries()) {
    expect(row.hits).toBeLessThanOrEqual(bound![i]!.hits);
    expect(row.byteMissRatio).toBeGreaterThanOrEqual(bound![i]!.byteMissRatio!);
    expect(bound![i]!.requests).toBe(row.requests);
  }
});

it.each([
  [
    ['sim', '--policy', 'pfoo-l'],
    'pfoo-l is a bound on what any cache can hit, not a policy: it is for mrc --policies',
  ],
  [['sim', '--residency', 'unified:policy=pfoo-l'], 'pfoo-l is a bound on what any cache can hit, not a policy'],
  [['mrc', '--policies', 'guarded:challenger=pfoo-l'], 'pfoo-l is a bound on what any cache can hit, not a policy'],
  [['mrc', '--policies', 'lru,pfoo-l', '--method', 'mini'], 'pfoo-l is a bound, which is computed from all requests'],
  [['mrc', '--policies', 'pfoo-l:sizes=4'], 'pfoo-l has no parameter "sizes"; it takes none'],
])('%j is refused in one line', async (args, message) => {
  const { status, stderr } = await inThisProcess(args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
