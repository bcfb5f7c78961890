import { expect, test } from 'vitest';
import type { MrcCell } from '../../engine/experiments/curve-cell.ts';
import { runCell } from '../../engine/experiments/mrc.ts';
import { generate } from '../../engine/runners/generate.ts';
import { admissionOf } from '../../test/admission/admission-of.ts';
import { NEVER } from '../eviction/contract.ts';

test('a newcomer enters when it is requested again before the victim', () => {
  const policy = admissionOf('clairvoyant', { nextAccess: Int32Array.of(5, 6, NEVER, NEVER) });
  expect(policy.admits!(0, 1)).toBe(true);
  expect(policy.admits!(1, 0)).toBe(false);
  expect(policy.admits!(1, 2)).toBe(true);
  // Neither is requested again: nothing is gained.
  expect(policy.admits!(2, 3)).toBe(false);
});

test('before opt it makes opt with bypass', () => {
  // Opt's victim is requested last of all residents: a newcomer that comes later still is the one that bypass turns away.
  const requests = generate('zipf:alpha=0.8,keys=2000', 30_000, 1);
  const misses = (cell: Partial<MrcCell>) =>
    runCell(requests, { policy: 'lru', unit: 'entries', seed: 1, capacity: 200, ...cell }).row.misses;
  expect(misses({ policy: 'opt', admission: 'clairvoyant' })).toBe(misses({ policy: 'opt:bypass=true' }));
  // And no other policy behind it reaches that.
  expect(misses({ admission: 'clairvoyant' })).toBeGreaterThan(misses({ policy: 'opt:bypass=true' }));
  expect(misses({ admission: 'clairvoyant' })).toBeLessThan(misses({}));
});
