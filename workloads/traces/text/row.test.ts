import { expect, test } from 'vitest';
import { InputError } from '../../../spec/input-error.ts';
import { BLANKS, Row } from './row.ts';

function fieldsOf(line: string, delimiter: string): string[] {
  const row = new Row(delimiter, (column, problem) => new InputError(`${column}`, problem));
  // What stands around the line in its buffer must play no part.
  const bytes = new TextEncoder().encode(`""${line}""`);
  row.read(bytes, 2, bytes.length - 2);
  return Array.from({ length: row.count }, (_, field) => row.text(field));
}

test.each([
  ['a,b,c', ',', ['a', 'b', 'c']],
  ['a, b ,c ', ',', ['a', 'b', 'c']],
  [',a,', ',', ['', 'a', '']],
  ['a\t\tb', '\t', ['a', '', 'b']],
  ['a b;c', ';', ['a b', 'c']],
  ['  a \t b  c ', BLANKS, ['a', 'b', 'c']],
  ['"a,b",c', ',', ['a,b', 'c']],
  ['"a" , "b"', ',', ['a', 'b']],
  ['"",x', ',', ['', 'x']],
  ['"a b" c', BLANKS, ['a b', 'c']],
  ['a"b,c', ',', ['a"b', 'c']],
])('%s by "%s" has the fields %j', (line, delimiter, fields) => {
  expect(fieldsOf(line, delimiter)).toEqual(fields);
});

test('a doubled quote does not end a quoted field', () => {
  expect(fieldsOf('"a"",b",c', ',')).toEqual(['a"",b', 'c']);
});

test('any number of fields fits', () => {
  const words = Array.from({ length: 100 }, (_, i) => String(i));
  expect(fieldsOf(words.join(','), ',')).toEqual(words);
});

test('a quote without its end is an error at the quote', () => {
  expect(() => fieldsOf('ab,"cd', ',')).toThrow('4: the quote is not closed on its line');
  expect(() => fieldsOf('"cd""', ',')).toThrow('1: the quote is not closed on its line');
});

test('text between a closing quote and the delimiter is an error at the text', () => {
  expect(() => fieldsOf('"ab"c,d', ',')).toThrow('5: found text after a closing quote');
});
