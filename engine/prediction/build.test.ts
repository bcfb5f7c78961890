import { expect, it } from 'vitest';
import { resolveConfiguration } from '../configuration/resolve.ts';
import type { Options } from '../configuration/types.ts';
import { replay } from '../replay/replay.ts';
import { synthesize } from '../synthesize.ts';
import { roomAtOrigin } from './build.ts';

it('with the throttle one server in eight, begun ones too, is left to demand, but for the last', () => {
  expect([1, 2, 6, 8, 9, 16].map(servers => roomAtOrigin(servers, null))).toEqual([1, 1, 5, 7, 7, 14]);
});

it('without the throttle fetches wait in line, as many as the queue takes', () => {
  expect([roomAtOrigin(6, 0), roomAtOrigin(6, 64)]).toEqual([6, 70]);
});

it('an origin without a limit always has room', () => {
  expect(roomAtOrigin(null, 0)).toBe(Number.POSITIVE_INFINITY);
});

it('an order without an end is refused where what was fetched should enter there', () => {
  const requests = synthesize('markov-sessions', { requests: 2_000 });
  const useful = (options: Options, position: string) => {
    const asked = { levels: 'L1=20/-/lru', ...options, prediction: `markov:throttle=false,position=${position}` };
    const configuration = resolveConfiguration(asked, { keys: requests.universe, bytes: null });
    return replay(requests, configuration, { seed: 1, warmup: 0 }).prefetcher!.counts.useful;
  };
  const refusal = '--prediction: position=lru needs an order with an end';
  expect(() => useful({}, 'lru')).toThrow(refusal);
  expect(() => useful({ preset: 'exclusive-lru', levels: 'L1=20/-/lru,L2=20/-/sieve' }, 'lru')).toThrow(refusal);
  const lru = { preset: 'exclusive-lru' };
  expect(useful(lru, 'lru')).not.toBe(useful(lru, 'mru'));
});
