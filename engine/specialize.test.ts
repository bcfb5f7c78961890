import { expect, it } from 'vitest';
import { specialize } from './specialize.ts';

class Square {}
class Circle {}

const loopFor = specialize((from: number, to: number) => from + to);

it('a copy does what the function does', () => {
  expect(loopFor(new Square())(2, 3)).toBe(5);
});

it('each class has a copy of its own, and its objects share it', () => {
  const square = loopFor(new Square());
  expect(loopFor(new Square())).toBe(square);
  expect(loopFor(new Circle())).not.toBe(square);
});

it('functions do not share their copies', () => {
  const other = specialize((from: number, to: number) => from + to);
  expect(other(new Square())).not.toBe(loopFor(new Square()));
});
