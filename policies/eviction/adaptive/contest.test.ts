import { expect, test } from 'vitest';
import { Contest, type Contestant } from './contest.ts';

// With 10 entries a lead is averaged over 160 requests: 1 % of them are 1.6 hits. One hit is lost before a challenge ends.
const ENTRIES = 10;

/** Contestants by number, LRU first, and the number of who is followed after each judgement. */
function contest(challengers: number, entries = ENTRIES) {
  const all: Contestant[] = Array.from({ length: challengers + 1 }, () => ({ hits: 0 }));
  const judged = new Contest(all[0]!, all.slice(1));
  return {
    /** One request. @param hits who hits it: numbers; `cache` is the cache itself */
    request(...hits: readonly (number | 'cache')[]): number {
      for (const [number, each] of all.entries()) each.hits = hits.includes(number) ? 1 : 0;
      return all.indexOf(judged.judge(entries, 1, hits.includes('cache') ? 1 : 0));
    },
  };
}

test('a challenger is followed once it leads by 1 % of the window', () => {
  const { request } = contest(1);
  expect([request(1), request(1)]).toEqual([0, 1]);
});

test('of several the one with the greatest lead is followed', () => {
  const { request } = contest(3);
  request(1, 2);
  expect(request(2, 3)).toBe(2);
});

test('another takes over when it is ahead of the followed one by as much, and not before', () => {
  const { request } = contest(2);
  request(1, 2, 'cache');
  expect(request(1, 2, 'cache')).toBe(1);
  expect(request(2, 'cache')).toBe(1);
  expect(request(2, 'cache')).toBe(2);
});

test('a lead is forgotten: after 160 requests, all but 37 % of it', () => {
  const { request } = contest(1);
  request(1);
  for (let i = 0; i < 160; i++) request();
  // 1 × e^-1 and one more are less than 1.6.
  expect(request(1)).toBe(0);
  expect(request(1)).toBe(1);
});

test('LRU is followed again when the lead is gone', () => {
  const { request } = contest(1);
  for (const _ of [1, 2, 3]) request(1, 'cache');
  expect(request(0, 'cache')).toBe(1);
  expect(request(0, 'cache')).toBe(1);
  expect(request(0, 'cache')).toBe(0);
});

test('what is lost against LRU while one challenger is followed counts against the next', () => {
  // With 20 entries a lead of 3.2 hits is needed, and two lost hits end a challenge.
  const { request } = contest(2, 20);
  const first = Array.from({ length: 4 }, () => request(1));
  expect(first).toEqual([0, 0, 0, 1]);
  expect(request(0, 1)).toBe(1);
  // The second was behind by 5, and has to be ahead of the first by 3.2 more.
  const second = Array.from({ length: 9 }, () => request(2));
  expect(second).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2]);
  expect(request(0, 2)).toBe(0);
});

test('each loss doubles the lead that the next challenge needs, whosesoever it is', () => {
  const { request } = contest(2);
  request(1);
  expect(request(1)).toBe(1);
  // LRU and the challenger hit, the cache does not.
  expect(request(0, 1)).toBe(0);
  // 3.2 hits are needed now, by the other one too, which has fallen one behind.
  for (let i = 0; i < 4; i++) expect(request(2)).toBe(0);
  expect(request(2)).toBe(2);
});

test('it is judged 32 times in as many requests as the cache has entries, in small caches after each', () => {
  expect([1, 63, 64, 1600].map(entries => Contest.interval(entries))).toEqual([1, 1, 2, 50]);
});
