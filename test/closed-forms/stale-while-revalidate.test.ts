import { expect, it } from 'vitest';
import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { totalsOf } from '../../engine/experiments/measurements.ts';
import { replay } from '../../engine/replay/replay.ts';
import { poissonRequests } from './poisson.ts';

const GETS = 60_000;
const RATE = 10;

/**
 * One key, Poisson arrivals at rate λ, a lifetime T, expired entries answered for S more, a fetch that takes Z ≤ S. A cycle begins when data
 * arrives: λT hits; then the first request, after an exponential time x, begins the fetch, in which λZ more come. They are answered as
 * long as they come within S: misses are, of a fetch begun at x ≤ S, the λ(x + Z − S)⁺ that come later, and of one begun later all. The
 * expectation over x is e^(−λ(S−Z)), so that is how many of the 1 + λ(T + Z) requests of a cycle miss, and 1 + λZ − e^(−λ(S−Z)) are stale.
 */
it.each([
  { lifetime: 0.3, stale: 0.1, fetch: 0 },
  { lifetime: 0.3, stale: 0.1, fetch: 0.05 },
  { lifetime: 0.1, stale: 0.2, fetch: 0.2 },
  { lifetime: 0.5, stale: 0.05, fetch: 0.02 },
])('one key has the hits, stale answers and misses of the closed form: %o', ({ lifetime, stale, fetch }) => {
  const requests = poissonRequests({ keys: 1, alpha: 0, rate: RATE, gets: GETS });
  const options = {
    preset: 'flat',
    levels: `L1=1/${1e3 * lifetime}ms/lru`,
    latency: `origin=fixed:ms=${1e3 * fetch}`,
    staleWhileRevalidate: `${1e3 * stale}ms`,
  };
  const run = replay(requests, resolveConfiguration(options, factsOf(requests)), { seed: 1, warmup: 0 });
  const { hits, staleAnswers, misses, originFetches } = totalsOf(run, requests);
  const cycle = 1 + RATE * (lifetime + fetch);
  const missed = Math.exp(-RATE * (stale - fetch));
  expect(hits / GETS).toBeCloseTo((RATE * lifetime) / cycle, 1.9);
  expect(staleAnswers! / GETS).toBeCloseTo((1 + RATE * fetch - missed) / cycle, 1.9);
  expect(misses / GETS).toBeCloseTo(missed / cycle, 1.9);
  expect((originFetches / GETS) * cycle).toBeCloseTo(1, 1.5);
});
