import { describe, expect, it } from 'vitest';
import type { Options } from '../../engine/configuration/types.ts';
import { poissonRequests, sharesOf, simulate } from './poisson.ts';

const GETS = 20_000;
const RATE = 0.5;
const ONE_KEY = { keys: 1, alpha: 0, rate: RATE, gets: GETS };
const MANY_KEYS = { keys: 50, alpha: 0.8, rate: 20, gets: GETS };

/** Caches with room for all keys, which therefore have to agree: a lifetime of so many seconds ends entries, and nothing else. */
const CACHES: readonly (readonly [string, (ttl: string) => Options])[] = [
  ['one level', ttl => ({ preset: 'flat', levels: `L1=99/${ttl}/lru` })],
  ['one level that looks lazily', ttl => ({ levels: `L1=99/${ttl}/lru`, residency: 'per-level', expiry: 'lazy' })],
  ['three levels', ttl => ({ levels: `L1=20/${ttl}/lru,L2=30/${ttl}/lru,L3=99/${ttl}/lru` })],
  [
    'three levels with copies',
    ttl => ({ levels: `L1=20/${ttl}/lru,L2=30/${ttl}/lru,L3=99/${ttl}/lru`, inclusion: 'inclusive' }),
  ],
];

describe.each(CACHES)('%s', (_, cache) => {
  // A miss begins a cycle of 1 + N requests, N ~ Poisson(λT): λT of every 1 + λT requests are hits. In n requests there are
  // about n/(1+λT) misses, with variance n λT/(1+λT)³.
  it.each([0.5, 1, 3])('hits λT/(1+λT) of the requests for one key with a fixed TTL, λT = %d', lambdaT => {
    const { hitRatio } = simulate(poissonRequests(ONE_KEY), cache(`${lambdaT / RATE}s`), 0);
    const deviation = Math.sqrt(lambdaT / (GETS * (1 + lambdaT) ** 3));
    expect(Math.abs(hitRatio - lambdaT / (1 + lambdaT))).toBeLessThan(4 * deviation);
  });

  // A request hits where the gap before it is at most T, and gaps are independent.
  it.each([0.5, 1, 3])('hits 1 − e^(−λT) of the requests for one key with a time to idle, λT = %d', lambdaT => {
    const { hitRatio } = simulate(poissonRequests(ONE_KEY), { ...cache('-'), tti: `${lambdaT / RATE}s` }, 0);
    const expected = 1 - Math.exp(-lambdaT);
    expect(Math.abs(hitRatio - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / GETS));
  });

  // Keys do not disturb each other where there is room, so their hit ratios add up by their shares; the first tenth of the
  // requests, in which most keys come for the first time, is not counted. Half a point is some two standard deviations.
  it.each([
    ['a fixed TTL', '4s', '-', (x: number) => x / (1 + x)],
    ['a time to idle', '-', '4s', (x: number) => 1 - Math.exp(-x)],
  ] as const)('adds these up over many keys: %s', (__, ttl, tti, ratio) => {
    const { hitRatio } = simulate(poissonRequests(MANY_KEYS), { ...cache(ttl), tti }, GETS / 10);
    const expected = sharesOf(MANY_KEYS).reduce((sum, share) => sum + share * ratio(share * MANY_KEYS.rate * 4), 0);
    expect(Math.abs(hitRatio - expected)).toBeLessThan(0.005);
  });
});
