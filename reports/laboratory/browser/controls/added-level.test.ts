import { expect, it } from 'vitest';
import { addedLevel } from './added-level.ts';

const level = (name: string, capacity: string) => ({
  ...{ name, capacity, ttl: '5m', policy: 'sieve', admission: 'always', latency: 'fixed' },
});

it.each([
  ['300', '600'],
  ['1KiB', '2048B'],
  ['0.5%', '1%'],
  ['many', 'many'],
])('a level below one of %s has %s and is otherwise like it', (capacity, doubled) => {
  expect(addedLevel([level('L1', '1'), level('L2', capacity)])).toEqual(level('L3', doubled));
});

it('takes a name that is free', () => {
  expect(addedLevel([level('L2', '1'), level('L3', '2')]).name).toBe('L4');
});
