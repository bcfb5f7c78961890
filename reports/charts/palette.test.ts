import { expect, test } from 'vitest';
import { colourDeclarations } from './palette.ts';

const ramp = (levels: number, theme: 'light' | 'dark') =>
  [...colourDeclarations(levels, theme).matchAll(/--level-\d+:([^;]+)/g)].map(match => match[1]);

test('three levels have exactly the ramp, light and dark', () => {
  expect(ramp(3, 'light')).toEqual(['#c2410c', '#d99a06', '#2f6fb0']);
  expect(ramp(3, 'dark')).toEqual(['#fb923c', '#fbbf24', '#60a5fa']);
});

test('fewer levels keep the hot end, more run from its first colour to its last', () => {
  expect(ramp(1, 'light')).toEqual(['#c2410c']);
  const eight = ramp(8, 'light');
  expect(new Set(eight).size).toBe(8);
  expect(eight[0]).toBe('rgb(194, 65, 12)');
  expect(eight[7]).toBe('rgb(47, 111, 176)');
});
