import { expect, it } from 'vitest';
import { menusFor } from '../../engine/menus.ts';
import { noteFor } from './note.ts';

const { placement, promotion } = menusFor('entries');

it('says what a rule came to where others leave it no choice', () => {
  expect(noteFor('all', 'top', placement)).toBe('Runs as top, because of the other rules');
  expect(noteFor('every-hit:to=all,by=copy', 'every-hit:to=all', promotion)).toContain('Runs as every-hit:to=all');
});

it('says what is usual where nothing was asked for', () => {
  expect(noteFor(undefined, 'coalesce', null)).toBe('Runs as coalesce');
});

it('is silent where what was asked for runs, however it is written', () => {
  expect(noteFor('top', 'top', placement)).toBe('');
  expect(noteFor('frequency:window=0.5', 'frequency', promotion)).toBe('');
  expect(noteFor('nine', 'nine', null)).toBe('');
});
