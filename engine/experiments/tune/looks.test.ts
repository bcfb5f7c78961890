import { expect, test } from 'vitest';
import { resolveConfiguration } from '../../configuration/resolve.ts';
import { synthesize } from '../../synthesize.ts';
import { budgetOf } from './budget.ts';
import { looksFor } from './looks.ts';

const base = resolveConfiguration({}, { keys: 1, bytes: null });
const budget = (capacity: number) => budgetOf(base, 'entries', { total: { kind: 'capacity', value: capacity } });

test('where the beginning fills the cache, it is looked at first, and a third of it before the whole', () => {
  const requests = synthesize('zipf:keys=20000', { requests: 200_000 });
  expect(looksFor(requests, budget(1600))).toEqual([
    { kind: 'prefix', share: 1 / 9 },
    { kind: 'prefix', share: 1 / 3 },
    { kind: 'whole' },
  ]);
});

test('a short workload is looked at as a whole only', () => {
  expect(looksFor(synthesize('zipf', { requests: 50_000 }), budget(1600))).toEqual([{ kind: 'whole' }]);
});

test('a cache too large to be filled by the beginning is looked at in miniature, where that is large enough itself', () => {
  // Half a million keys once each: a ninth of them do not fill 40,000 entries twice.
  const requests = synthesize('uniform:keys=5000000', { requests: 500_000 });
  expect(looksFor(requests, budget(60_000))).toEqual([
    { kind: 'sample', share: 1 / 9 },
    { kind: 'prefix', share: 1 / 3 },
    { kind: 'whole' },
  ]);
  expect(looksFor(requests, budget(400_000))[1]).toEqual({ kind: 'sample', share: 1 / 3 });
});

test('a loop longer than the beginning is not judged by it', () => {
  // A ninth of 200,000 requests brings 22,222 of 30,000 keys: less than twice 16,000, and less than nearly all.
  const requests = synthesize('loop:keys=30000', { requests: 200_000 });
  expect(looksFor(requests, budget(16_000))[0]).toEqual({ kind: 'sample', share: 1 / 9 });
});
