import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lines } from './lines.ts';

function linesOf(content: string, chunkBytes = 1 << 20): string[] {
  const bytes = new TextEncoder().encode(content);
  const found: string[] = [];
  const lines = new Lines('trace', (from, start, end) => {
    found.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(from.subarray(start, end)));
  });
  for (let at = 0; at < bytes.length; at += chunkBytes) lines.write(bytes.subarray(at, at + chunkBytes));
  lines.end();
  return found;
}

test('a line ends in LF or CR LF, and the last one need not end', () => {
  expect(linesOf('a\nb\r\n\nc')).toEqual(['a', 'b', '', 'c']);
  expect(linesOf('a\n')).toEqual(['a']);
});

test('a byte order mark is skipped, at the start only', () => {
  expect(linesOf('\uFEFFa\n\uFEFFb\n')).toEqual(['a', '\uFEFFb']);
});

test('lines do not depend on how the text is cut into chunks', () => {
  const text = fc
    .array(fc.constantFrom('a', 'é', '\n', '\r\n', '\uFEFF', ','), { maxLength: 60 })
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (content, chunkBytes) => {
      expect(linesOf(content, chunkBytes)).toEqual(linesOf(content));
    }),
  );
});

test('a line beyond all measure is refused, with its number', () => {
  const endless = 'x'.repeat(2 ** 20 + 1);
  expect(() => linesOf(`a\n${endless}`, 1 << 16)).toThrow('trace:2: the line is longer than 1 MiB');
});
