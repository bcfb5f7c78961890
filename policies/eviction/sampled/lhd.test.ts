import { expect, test } from 'vitest';
import { describeEvictionPolicy } from '../../../test/eviction/describe-eviction-policy.ts';
import { PairedCache, type Step } from '../../../test/eviction/paired-cache.ts';
import { replay } from '../../../test/eviction/replay.ts';
import { trace } from '../../../test/eviction/traces.ts';
import { LhdTwin } from '../../../test/eviction/twins/lhd.ts';

const usual = { samples: 32, admissions: 8, interval: 2 ** 20, ages: 20_000, coarsening: 10 };

describeEvictionPolicy('lhd:ages=40,coarsening=0', c => new LhdTwin(c, { ...usual, ages: 40, coarsening: 0 }));
// More than 50 reconfigurations, after which it draws more than eight.
describeEvictionPolicy(
  'lhd:ages=40,interval=2,coarsening=1,samples=12',
  c => new LhdTwin(c, { ...usual, ages: 40, interval: 2, coarsening: 1, samples: 12 }),
);
// Steps of age that become finer, and coarser.
describeEvictionPolicy(
  'lhd:ages=40,interval=8,coarsening=3,samples=2',
  c => new LhdTwin(c, { ...usual, ages: 40, interval: 8, coarsening: 3, samples: 2 }),
);
describeEvictionPolicy(
  'lhd:ages=40,interval=8,coarsening=0,admissions=2',
  c => new LhdTwin(c, { ...usual, ages: 40, interval: 8, coarsening: 0, admissions: 2 }),
);

test('explorers are kept within one per cent of the capacity, as by its twin', () => {
  // The caches of the other comparisons are too small for a budget. Here it is for three explorers of 300 entries.
  const steps = Array.from(
    { length: 3_000 },
    (_, i): Step => ({
      operation: i % 41 === 0 ? 'remove' : 'request',
      id: (i * i * 7 + (i % 13) * 31) % 500,
      size: 1,
      looksFirst: i % 3 === 0,
      expiresAt: Number.POSITIVE_INFINITY,
    }),
  );
  const settings = { ...usual, ages: 40, interval: 100, coarsening: 3 };
  const cache = new PairedCache('lhd:ages=40,interval=100,coarsening=3', context => new LhdTwin(context, settings), {
    unit: 'entries',
    capacity: 300,
    ids: 500,
    expiring: false,
    steps,
  });
  for (const [at, step] of steps.entries()) cache.perform(step, at);
  cache.drain();
});

test('what it learns serves it on a trace with scans', async () => {
  // 150,000 requests are too few for a reconfiguration by default.
  const requests = await trace('mixed_150k');
  const misses = (spec: string) => replay(requests, spec, { unit: 'entries', capacity: 1_000 }).misses;
  expect(misses('lhd:coarsening=5,interval=10000')).toBeLessThan(0.9 * misses('lhd:coarsening=5'));
  expect(misses('lhd:interval=200000')).toBe(misses('lhd'));
});

test('it learns to let a scan pass by a loop', () => {
  // The entries 0 to 9 come in turn, and between two of them two that never come again; there is room for 20. LRU hits nothing, as
  // 30 others come between two requests of an entry. At best the loop misses ten times and the scan always: 20,010.
  const ids = Int32Array.from({ length: 30_000 }, (_, i) => (i % 3 === 0 ? (i / 3) % 10 : 10 + i));
  const requests = { ids, universe: 30_010, sizes: null };
  const misses = (spec: string) => replay(requests, spec, { unit: 'entries', capacity: 20 }).misses;
  expect(misses('lru')).toBe(30_000);
  expect(misses('lhd:coarsening=0')).toBeGreaterThan(29_000);
  expect(misses('lhd:coarsening=0,interval=1000')).toBeLessThan(23_000);
});
