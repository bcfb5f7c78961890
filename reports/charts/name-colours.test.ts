import { expect, it } from 'vitest';
import { coloursByName } from './name-colours.ts';

const colours = (...names: string[]) => names.map(name => coloursByName(names).get(name));

it('a policy has the same colour whoever stands beside it, and whatever its parameters', () => {
  const [arc] = colours('arc', 'sieve');
  expect(colours('lirs', 'sieve', 'arc')[2]).toBe(arc);
  expect(colours('arc:ghosts=2')[0]).toBe(arc);
});

it('who comes second to a colour takes another one that is free', () => {
  const found = colours('s3-fifo:small=0.1', 's3-fifo:small=0.2', 'arc', 'thirds');
  expect(found[0]).toBe(colours('s3-fifo')[0]);
  expect(new Set(found).size).toBe(4);
});

it('LRU is grey, and so is whoever comes when no colour is left', () => {
  expect(colours('lru', 'flat LRU')).toEqual(['var(--muted)', 'var(--muted)']);
  const ten = colours(...Array.from({ length: 10 }, (_, i) => `variant ${i}`));
  expect(new Set(ten.slice(0, 8)).size).toBe(8);
  expect(ten.slice(8)).toEqual(['var(--muted)', 'var(--muted)']);
});
