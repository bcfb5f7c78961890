import { expect, test } from 'vitest';
import { type Axis, activeAxes, drawPoint, neighbours, pointOf } from './space.ts';

const space: Axis[] = [
  { kind: 'choice', name: 'shape', values: ['round', 'square', 'long'], usual: 0.5 },
  { kind: 'choice', name: 'corner', values: ['sharp', 'blunt'], when: { shape: ['square', 'long'] } },
  { kind: 'number', name: 'width', low: 1, high: 100, when: { shape: ['long'] } },
];

test('an axis means something only where its conditions hold', () => {
  expect(activeAxes(space, { shape: 'round' }).map(each => each.name)).toEqual(['shape']);
  expect(activeAxes(space, { shape: 'long' }).map(each => each.name)).toEqual(['shape', 'corner', 'width']);
});

test('a point takes what is missing from the axes and drops what means nothing', () => {
  // The middle of 1 … 100 by order of magnitude is 10.
  expect(pointOf(space, { shape: 'long' })).toEqual({ shape: 'long', corner: 'sharp', width: 10 });
  expect(pointOf(space, { shape: 'round', corner: 'blunt', width: 7 })).toEqual({ shape: 'round' });
  expect(pointOf(space, { shape: 'long', corner: 'blunt', width: 1000 })).toEqual({
    shape: 'long',
    corner: 'blunt',
    width: 100,
  });
});

test('a share of an axis gives its first word as often as that is usual, the others evenly, and numbers by order of magnitude', () => {
  const shape = (share: number) => drawPoint(space, Float64Array.of(share, 0, 0)).shape;
  expect([0, 0.49, 0.5, 0.74, 0.75, 0.99].map(shape)).toEqual(['round', 'round', 'square', 'square', 'long', 'long']);
  expect(drawPoint(space, Float64Array.of(0.9, 0.6, 0.5))).toEqual({ shape: 'long', corner: 'blunt', width: 10 });
});

test('neighbours differ in one axis, and in what hangs on it', () => {
  expect(neighbours(space, { shape: 'long', corner: 'sharp', width: 10 }, 2)).toEqual([
    { shape: 'round' },
    { shape: 'square', corner: 'sharp' },
    { shape: 'long', corner: 'blunt', width: 10 },
    { shape: 'long', corner: 'sharp', width: 5 },
    { shape: 'long', corner: 'sharp', width: 20 },
  ]);
});
