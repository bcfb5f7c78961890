import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headOf } from './head.ts';
import { openTrace } from './open-trace.ts';
import { contents, feed } from './testing/feed.ts';

function formatOf(content: string, name: string): string {
  return openTrace(headOf(new TextEncoder().encode(content), true), name, {}).format.name;
}

test('the content decides, whatever the name says', () => {
  expect(formatOf('1\n2\n3\n', 'trace.csv')).toBe('keys');
  expect(formatOf('1 2 3\n2 3 4\n', 'trace.lis')).toBe('time-id-size');
  expect(formatOf('1 2 3 4\n5 1 0 1\n', 'trace.txt')).toBe('arc');
  expect(formatOf('l 0x10 1\ns 0x11 2\n', 'trace.oracleGeneral.bin')).toBe('address');
});

test('one bad line does not hide what the others are', () => {
  expect(formatOf('1 a 2\n2 b 3\n3 c x\n', 'trace')).toBe('time-id-size');
});

test('text and binary data of no known format are refused with the formats that are known', () => {
  expect(() => feed('this is\njust some prose, on\ncaches and their levels\n')).toThrow(
    'trace: this text is in no format that can be told from its content; name one with --format (known: keys, csv,',
  );
  expect(() => feed(new Uint8Array([0, 1, 2, 3, 250]))).toThrow('this data, which is not UTF-8 text, is in no format');
});

test('lines that end in a carriage return alone are refused for that, and not for what they seem to be', () => {
  for (const content of ['1\r2\r1\r', 'time,key\r1,a\r2,b\r'])
    expect(() => feed(content)).toThrow('trace: its lines end in a carriage return alone, expected a line feed');
});

test('an empty trace is refused', () => {
  expect(() => feed('')).toThrow('trace: the trace is empty');
});

test('a format goes by its name or an alias, in any case', () => {
  expect(feed('1\n', { format: 'LIRS' }).format).toBe('keys');
  expect(feed(new Uint8Array(24), { format: 'oracleGeneral' }).format).toBe('oracle-general');
});

test('an unknown format is refused with the nearest', () => {
  expect(() => feed('1\n', { format: 'orakle-general' })).toThrow(
    '--format: unknown trace format "orakle-general"; did you mean "oracle-general"?',
  );
});

test('an option that the format cannot follow is refused', () => {
  expect(() => feed('1\n2\n', { mapOps: true })).toThrow(
    '--map-ops: trace is read as keys, whose records name no operations',
  );
  expect(() => feed('1\n2\n', { format: 'keys', columns: 'key=1' })).toThrow(
    '--columns: trace is read as keys, which has no columns',
  );
});

test('a limit counts gets; sets up to the last of them are taken along', () => {
  const { requests } = feed('key,op\na,set\na,get\nb,set\nb,get\nc,set\n', { limit: 2 });
  expect(requests).toMatchObject({ gets: 2, operations: 4, universe: 2 });
});

test('a trace reads the same however it is cut into chunks', () => {
  const row = fc.tuple(fc.nat(1000), fc.constantFrom('a', 'b,b', 'ç', '7'), fc.nat(99));
  const table = fc
    .array(row, { minLength: 1, maxLength: 40 })
    .map(rows => `time,key,size\r\n${rows.map(([time, key, size]) => `${time},"${key}",${size}\r\n`).join('')}`);
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 70 }), (content, chunkBytes) => {
      // Past the head, which is read as one piece however it arrives.
      const long = content + content.slice(content.indexOf('\n') + 1).repeat(Math.ceil(70_000 / content.length));
      expect(contents(feed(long, {}, 65_000 + chunkBytes).requests)).toEqual(contents(feed(long).requests));
    }),
    { numRuns: 15 },
  );
});

test('the same requests have the same ids in every format', () => {
  const keys = [42932745, 42932746, 42932745, 7, 42932746];
  const inText = feed(keys.join('\n')).requests;
  const inTable = feed(`lbn\n${keys.join('\n')}`).requests;
  const inRanges = feed(keys.map(key => `${key} 1 0 0`).join('\n')).requests;
  const inBinary = feed(new Uint8Array(Int32Array.from(keys).buffer), { format: 'int32le' }).requests;
  for (const requests of [inTable, inRanges, inBinary]) expect(contents(requests)).toEqual(contents(inText));
});
