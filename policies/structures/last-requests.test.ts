import { expect, it } from 'vitest';
import { LastRequests } from './last-requests.ts';

it('knows the last two requests of each id by their numbers', () => {
  const requests = new LastRequests(3);
  for (const id of [0, 1, 0, 0, 1]) requests.increment(id);
  expect([0, 1, 2].map(id => [requests.before(id), requests.last(id), requests.age(id)])).toEqual([
    [3, 4, 1],
    [2, 5, 0],
    [0, 0, 5],
  ]);
});
