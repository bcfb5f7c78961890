import { expect, test } from 'vitest';
import { Recorder } from '../../recorder.ts';
import { NAMELESS, source, written } from '../testing/written.ts';
import { keys } from './keys.ts';

test('a line is a key as it was, and no more than that', () => {
  const { text, remarks, steps } = written(keys, source('key,op,size\nb c,set,5\n"x""y",get,6\nb c,get,5\n'));
  expect(text).toBe('b c\nx"y\nb c\n');
  expect(remarks).toEqual(['left out: size', 'sets and deletes are written as requests like any other (1)']);
  expect(steps[0]).toBe(steps[1]);
});

test('keys without names are numbers', () => {
  const recorder = new Recorder([]);
  for (const id of [0, 1, 0]) recorder.add(id);
  const { text, keys: named } = written(keys, { requests: recorder.finish(), originals: NAMELESS, rate: 1_000 });
  expect([text, named]).toEqual(['0\n1\n0\n', 'dense']);
});

test.each([
  ['*', 'keys: the key "*" is a marker where it stands alone in a line, expected --to csv'],
  ['" a"', 'keys: the key " a" begins or ends with a blank, expected --to csv'],
  ['"a "', 'keys: the key "a " begins or ends with a blank, expected --to csv'],
])('a key that a line cannot hold is refused: %s', (key, message) => {
  expect(() => written(keys, source(`key,size\nb,1\n${key},1\n`))).toThrow(message);
});
