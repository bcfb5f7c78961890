import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { runSim } from '../experiments/sim.ts';
import { generate } from '../runners/generate.ts';
import { helps, netBenefit } from './benefit.ts';
import { MOST_SHOWN } from './plan.ts';
import { proposalsFor } from './rules.ts';

function simulate(spec: string, gets: number, options: Options, suggest: 'off' | 'fast' = 'fast', seed = 1) {
  const requests = generate(spec, gets, seed);
  const { operations, universe, bytes } = requests;
  const vary = (change: Options, seeds: number) => ({
    configuration: resolveConfiguration({ ...options, ...change }, { keys: universe, bytes }),
    command: JSON.stringify({ ...options, ...change, seeds }),
  });
  return runSim({
    requests,
    workload: { spec, requests: requests.gets, operations, keys: universe },
    configuration: vary({}, 1).configuration,
    seed,
    warmup: 0,
    suggest,
    vary,
    another: each => generate(spec, gets, each),
  });
}

const LRU = { preset: 'exclusive-lru' };
const ZIPF = 'zipf:keys=2000';

/** One setting per rule that makes it fire and helps. */
const CASES: [string, string, Options][] = [
  ['hit-ratio-low', ZIPF, { ...LRU, levels: 'L1=20/-/lru,L2=50/-/lru,L3=100/-/lru' }],
  [
    'first-level-idle',
    'zipf:keys=2000,alpha=0.6',
    {
      ...LRU,
      levels: 'L1=50/-/lru,L2=50/-/lru,L3=300/-/lru',
      latency: 'L1=fixed:ms=0.01,L2=fixed:ms=1,L3=fixed:ms=2,origin=fixed:ms=2',
    },
  ],
  ['first-level-ample', 'zipf:keys=300', { ...LRU, levels: 'L1=600/-/lru,L2=200/-/lru' }],
  ['answers-slow', ZIPF, { ...LRU, levels: 'L1=400/-/lru,L2=400/-/lru', latency: 'origin=fixed:ms=100' }],
  ['working-set-fits', 'zipf:keys=300', { ...LRU, levels: 'L1=900/-/lru' }],
];

describe.each(CASES)('the rule %s', (rule, spec, options) => {
  const { suggestions, totals, latencyMs } = simulate(spec, 8_000, options);

  it('fires', () => {
    expect(suggestions.map(each => each.rule)).toContain(rule);
  });

  it('and with it nothing that does not help, the most helpful first', () => {
    const benefits = suggestions.map(({ effect }) => netBenefit(effect));
    expect(benefits).toEqual([...benefits].sort((a, b) => b - a));
    expect(suggestions.length).toBeLessThanOrEqual(MOST_SHOWN);
    for (const { effect } of suggestions) expect(helps(effect, 'better') || helps(effect, 'smaller')).toBe(true);
  });

  it('shows the effect that its own change has, seed by seed', () => {
    const { change, effect, command } = suggestions.find(each => each.rule === rule)!;
    expect(JSON.parse(command!)).toEqual({ ...options, ...change, seeds: 5 });
    const pairs = [1, 2, 3, 4, 5].map(seed => [
      simulate(spec, 8_000, options, 'off', seed),
      simulate(spec, 8_000, { ...options, ...change }, 'off', seed),
    ]);
    expect(effect).toMatchObject({
      hitRatioBefore: totals.hitRatio,
      hitRatioAfter: pairs[0]![1]!.totals.hitRatio,
      latencyMeanMsBefore: latencyMs.mean,
      latencyMeanMsAfter: pairs[0]![1]!.latencyMs.mean,
      evidence: { kind: 'seeds', count: 5 },
    });
    const differences = pairs.map(([before, after]) => after!.totals.hitRatio - before!.totals.hitRatio);
    const { mean, low, high } = effect.hitRatioDifference;
    expect(mean).toBeCloseTo(differences.reduce((sum, each) => sum + each, 0) / 5, 12);
    // Student: 2.776 standard errors at four degrees of freedom.
    const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 4;
    expect((high - low) / 2).toBeCloseTo(2.776 * Math.sqrt(variance / 5), 4);
  });
});

it('says that more memory buys nothing where only first requests miss', () => {
  const { observations } = simulate('uniform:keys=100', 2_000, { ...LRU, levels: 'L1=100/-/lru' });
  const finding = observations.find(each => each.title === 'More memory buys nothing');
  // Each of the 100 keys misses once: 100 of 2,000 are 5 %.
  expect(finding?.reason).toContain('5.0 % of the requests would still miss, now 5.0 % do');
});

it('says how many requests miss however large the cache is, where that is most of the misses', () => {
  const { observations } = simulate(ZIPF, 2_000, { ...LRU, levels: 'L1=100/-/lru,L2=200/-/lru' });
  expect(observations.map(each => each.rule)).toEqual(['compulsory-misses']);
});

it('leaves out a change that contradicts the rest of what was asked for', () => {
  // Room moved up would leave L2 one entry, and the features half of that.
  const asked = { ...LRU, levels: 'L1=3/-/lru,L2=4/-/lru', partitions: 'quota' };
  expect(() => simulate(ZIPF, 10, { ...asked, levels: 'L1=6/-/lru,L2=1/-/lru' })).toThrow('no room');
  const { suggestions, levels } = simulate(ZIPF, 4_000, asked);
  expect(levels[0]!.hitRatio).toBeLessThan(0.2);
  expect(suggestions.map(each => each.title)).not.toContain('levels 3 / 4 → 6 / 1 (room moved up from the last level)');
  // The other changes were tried all the same.
  expect(suggestions.length).toBeGreaterThan(2);
});

describe('the thresholds of the rules', () => {
  const options = { ...LRU, levels: 'L1=100/-/lru,L2=200/-/lru' };
  const configuration = resolveConfiguration(options, { keys: 300, bytes: null });
  const { totals, levels, latencyMs } = simulate(ZIPF, 100, options, 'off');

  /** Names of the rules that propose something for a run with these figures. */
  function fired(hitRatio: number, firstLevel: number, meanMs: number, workingSet: number): string[] {
    const measured = {
      totals: { ...totals, hitRatio },
      levels: levels.map((level, depth) => ({
        ...level,
        hits: level.lookups,
        ...(depth === 0 && { hitRatio: firstLevel }),
      })),
      latencyMs: { ...latencyMs, mean: meanMs },
    };
    const proposals = proposalsFor({ configuration, measured, workingSet, run: null });
    return [...new Set(proposals.map(proposal => proposal.rule))];
  }

  it.each<[string, [number, number, number, number], string[]]>([
    // 300 entries are 1.1 times a working set of 273 (to the entry above).
    ['stand still on their edges', [0.7, 0.2, 1, 273], []],
    ['stand still on the other edge of L1', [0.7, 0.8, 1, 273], []],
    ['want seven in ten requests answered', [0.69, 0.5, 1, 300], ['hit-ratio-low']],
    ['want L1 to answer a fifth of its lookups', [0.9, 0.19, 1, 300], ['first-level-idle']],
    ['doubt an L1 that answers more than four fifths', [0.9, 0.81, 1, 300], ['first-level-ample']],
    ['want a millisecond on average', [0.9, 0.5, 1.01, 300], ['answers-slow']],
    ['want no tenth more room than all keys take', [0.9, 0.5, 1, 272], ['working-set-fits']],
  ])('%s', (_, figures, expected) => {
    expect(fired(...figures)).toEqual(expected);
  });
});
