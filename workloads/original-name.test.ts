import { expect, it } from 'vitest';
import { Int64Interner } from './interners/int64.ts';
import { originalName } from './original-name.ts';

it('integers are unsigned, with all their 64 bits', () => {
  const interner = new Int64Interner();
  interner.id(0, 7);
  interner.id(-1, -2);
  const names = interner.names();
  expect([0, 1].map(id => originalName(names, id))).toEqual(['7', '18446744073709551614']);
});

it('words are read as UTF-8', () => {
  const bytes = new TextEncoder().encode('käse/b');
  expect([0, 1].map(id => originalName({ kind: 'words', count: 2, bytes, ends: Uint32Array.of(0, 5, 7) }, id))).toEqual(
    ['käse', '/b'],
  );
});

it('an id without a name is called by its number', () => {
  expect(originalName(null, 12)).toBe('12');
});
