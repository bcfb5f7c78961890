import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../../configuration/resolve.ts';
import type { Options } from '../../configuration/types.ts';
import { randomStream } from '../../random.ts';
import { generate } from '../../runners/generate.ts';
import { compare, type World } from './compare.ts';
import { joined, observe } from './observation.ts';

const config = resolveConfiguration({}, { keys: 500, bytes: null });

/** Made-up variants with these hit ratios, seed by seed. */
function worldOf(spec: string, ratios: Readonly<Record<string, readonly number[]>>): World {
  const names = Object.keys(ratios);
  const count = ratios[names[0]!]!.length;
  return {
    workload: { spec, requests: 1_000, operations: 1_000, keys: 10, samples: 'seeds', count, counted: 1_000 },
    variants: names.map(name => ({ name, options: {}, config, observation: { hitRatio: ratios[name]! } })),
  };
}

/** Real ones, over this many seeds. */
function measured(variants: Readonly<Record<string, Options>>, seeds: number): World {
  const runs = Array.from({ length: seeds }, (_, i) => i + 1).map(seed => ({
    seed,
    requests: generate('zipf:keys=500', 5_000, seed),
  }));
  return {
    workload: {
      spec: 'zipf',
      requests: 5_000,
      operations: 5_000,
      keys: 500,
      samples: 'seeds',
      count: seeds,
      counted: 5_000,
    },
    variants: Object.entries(variants).map(([name, options]) => {
      const configuration = resolveConfiguration(
        { levels: 'L1=20/-/lru,L2=50/-/lru', ...options },
        { keys: 500, bytes: null },
      );
      const observation = joined(
        runs.map(({ seed, requests }) => observe(requests, configuration, { seed, warmup: 0 }).observation),
      );
      return { name, options, config: configuration, observation };
    }),
  };
}

describe('no difference is called so', () => {
  it.each([{ preset: 'tierlab' }, { preset: 'flat', policy: 'random' }])(
    'for the same cache under two names over 20 seeds (%j)',
    options => {
      const { differences } = compare([measured({ one: options, other: { ...options } }, 20)], 1);
      expect(differences.length).toBeGreaterThan(5);
      for (const each of differences)
        expect(each).toMatchObject({ mean: 0, low: 0, high: 0, verdict: 'no real difference' });
    },
  );

  it('for caches that differ by luck alone, in about 95 of 100 comparisons', () => {
    // Two sources of the same noise: 5 of 100 intervals exclude 0 by chance, and six comparisons at a time are corrected.
    const random = randomStream(4, 'luck');
    const noise = () => Array.from({ length: 10 }, () => 0.5 + 0.02 * (random() + random() + random() - 1.5));
    let found = 0;
    for (let trial = 0; trial < 100; trial++) {
      const { differences } = compare([worldOf('x', { a: noise(), b: noise(), c: noise(), d: noise() })], trial);
      if (differences.some(each => each.verdict !== 'no real difference')) found++;
    }
    expect(found).toBeLessThan(9);
  });
});

it('a real difference is found in the right direction, however much the seeds differ among themselves', () => {
  const { differences } = compare(
    [measured({ lru: { preset: 'flat' }, fifo: { preset: 'flat', policy: 'fifo' } }, 6)],
    1,
  );
  const of = (metric: string) => differences.find(each => each.metric === metric)!;
  expect(of('hitRatio')).toMatchObject({ a: 'lru', b: 'fifo', verdict: 'worse' });
  expect(of('hitRatio').high).toBeLessThan(0);
  expect(of('originFetches')).toMatchObject({ verdict: 'worse' });
  expect(of('memory')).toMatchObject({ mean: 0, verdict: 'no real difference' });
});

it('is a matter of the differences, pair by pair: means whose intervals overlap may differ for certain', () => {
  const luck = [0.2, 0.4, 0.6, 0.3, 0.5, 0.7];
  const world = worldOf('x', { a: luck, b: luck.map((each, i) => each + 0.01 + 0.001 * (i % 2)) });
  const { variants, differences } = compare([world], 1);
  const [a, b] = variants.map(each => each.metrics.hitRatio!);
  expect(a!.high).toBeGreaterThan(b!.low);
  expect(differences[0]).toMatchObject({ a: 'a', b: 'b', verdict: 'better' });
  expect(differences[0]!.mean).toBeCloseTo(0.0105, 12);
});

it('compares all pairs of up to six variants, beyond that each with the first', () => {
  const ratios = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`v${i}`, [0.1, 0.2]]));
  expect(compare([worldOf('x', ratios(6))], 1).differences).toHaveLength(15);
  const beyond = compare([worldOf('x', ratios(7))], 1).differences;
  expect(beyond.map(each => each.a)).toEqual(Array(6).fill('v0'));
});

it('corrects for the number of comparisons: the same numbers are less certain among more', () => {
  const a = [0.5, 0.51, 0.49, 0.5, 0.52, 0.48];
  const b = a.map((each, i) => each + [0.01, 0.03, 0.001, 0.02, 0.012, 0.004][i]!);
  const alone = compare([worldOf('x', { a, b })], 1).differences[0]!;
  const three = ['x', 'y', 'z'].map(spec => worldOf(spec, { a, b }));
  const among = compare(three, 1).differences[0]!;
  expect(among.p).toBeCloseTo(3 * alone.p, 12);
  expect(alone.verdict).toBe('better');
  expect([among.low, among.high]).toEqual([alone.low, alone.high]);
});
