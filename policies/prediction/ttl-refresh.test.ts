import { describe, expect, it } from 'vitest';
import { recorded } from '../../test/prediction/recorded-proposals.ts';

/** Whether a request for an entry of ten seconds' life, stored at 100, refreshes it. */
function refreshes(spec: string, now: number, { hit = true, random = 0.5 } = {}): boolean {
  const bench = recorded(spec, { storedAt: 100, expiresAt: 110, random });
  bench.predictor.request(7, now, 0, hit, false);
  return bench.refreshed.length > 0;
}

describe('with a factor', () => {
  it('a hit refreshes once that share of the lifetime is over', () => {
    expect([107.9, 108].map(now => refreshes('ttl-refresh', now))).toEqual([false, true]);
    expect([104.9, 105].map(now => refreshes('ttl-refresh:factor=0.5', now))).toEqual([false, true]);
  });

  it('a miss does not: it is fetched anyway', () => {
    expect(refreshes('ttl-refresh', 109, { hit: false })).toBe(false);
  });
});

it('an entry that lives for ever is never refreshed', () => {
  const bench = recorded('ttl-refresh:factor=0', { storedAt: 100 });
  bench.predictor.request(7, 1e9, 0, true, false);
  expect(bench.refreshed).toEqual([]);
});

it('with mode early a draw says how far ahead of the end: −ln(u) times the fetch, times beta', () => {
  // A fetch takes one second: of a draw of 0.5, ln 2 = 0.693 s ahead.
  expect([109.3, 109.31].map(now => refreshes('ttl-refresh:mode=early', now))).toEqual([false, true]);
  expect([107.9, 107.95].map(now => refreshes('ttl-refresh:mode=early,beta=3', now))).toEqual([false, true]);
  // 1 − 0.9 is left: 2.303 s ahead.
  expect([107.69, 107.7].map(now => refreshes('ttl-refresh:mode=early', now, { random: 0.9 }))).toEqual([false, true]);
});
