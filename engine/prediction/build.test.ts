import { expect, it } from 'vitest';
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
