import { expect, test } from 'vitest';
import { parseColumns } from './columns.ts';

test('a mapping names a column for each role, by name or number', () => {
  expect([...parseColumns('key=lbn, time=1', '--columns')]).toEqual([
    ['key', ['lbn']],
    ['time', ['1']],
  ]);
});

test('a key may be put together from several columns', () => {
  expect(parseColumns('key=id+size', '--columns').get('key')).toEqual(['id', 'size']);
});

test.each([
  ['time=1', 'names no key column'],
  ['key', 'found "key", expected for example key=lbn'],
  ['key=', 'found "key=", expected for example'],
  ['key=a,sise=2', 'a record has no "sise"; did you mean "size"?'],
  ['key=a,key=b', '"key" is given twice'],
  ['key=a,time=b+c', '"time" takes one column'],
])('%s is refused', (text, message) => {
  expect(() => parseColumns(text, '--columns')).toThrow(message);
});
