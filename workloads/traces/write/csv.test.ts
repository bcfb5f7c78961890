import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextInterner } from '../../interners/text.ts';
import { type Details, Recorder } from '../../recorder.ts';
import { BATCH_LENGTH, COLUMNS, type Requests } from '../../requests.ts';
import { contents, feed } from '../testing/feed.ts';
import { NAMELESS, source, written } from '../testing/written.ts';
import { csv } from './csv.ts';

test('all that Tierlab knows of a record has a column, and the table is read and written as the same', () => {
  const text = `time,op,key,size,type,priority,ttl,client
0.5,set,user:1,100,features,high,60,alice
1,get,"user,1",100,general,medium,,bob
2.25,delete,"say ""x""",50,model,normal,0.1,alice
3,get," x ",1,result,normal,,"a b"
`;
  const { text: again, keys, remarks } = written(csv, source(text));
  expect([again, keys, remarks]).toEqual([text, 'original', []]);
});

test('only the columns that the workload has are written, and ids where keys have no names', () => {
  const recorder = new Recorder(['priority']);
  recorder.add(0, { priority: 2 });
  recorder.add(1);
  recorder.phase('end');
  const { text, keys, remarks } = written(csv, { requests: recorder.finish(), originals: NAMELESS, rate: 1_000 });
  expect([text, keys]).toEqual(['key,priority\n0,high\n1,normal\n', 'dense']);
  expect(remarks).toEqual(['left out: the marks of phases']);
});

test('integer keys are unsigned decimals to the last digit', () => {
  const bytes = new Uint8Array(new BigUint64Array([2n ** 64n - 1n, 2n ** 53n + 1n, 999_999_999_999_999n, 0n]).buffer);
  expect(written(csv, source(bytes, { format: 'int64le' })).text).toBe(
    'key\n18446744073709551615\n9007199254740993\n999999999999999\n0\n',
  );
});

/** Any printable text, with what a table might stumble over. */
const key = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...'",; \ta+\\'), minLength: 1, maxLength: 6 }),
  )
  .filter(text => !/[\p{Cc}]/u.test(text.replaceAll('\t', '')));
const positive = fc.double({ min: 1e-9, max: 1e12, noNaN: true });
const record = fc.record({
  time: fc.oneof(positive, fc.nat()),
  op: fc.nat(2),
  size: fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
  type: fc.nat(3),
  priority: fc.nat(2),
  ttl: fc.oneof(positive, fc.constant(-1)),
});

test('what is written is read as the same columns, whatever they hold', () => {
  const rows = fc.array(fc.tuple(key, key, record), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(rows, fc.subarray([...COLUMNS]), (records, columns) => {
      const [keys, clients] = [new TextInterner(), new TextInterner()];
      const id = (interner: TextInterner, text: string) => {
        const bytes = new TextEncoder().encode(text);
        return interner.id(bytes, 0, bytes.length);
      };
      const recorder = new Recorder(columns);
      for (const [name, client, details] of records) {
        const all: Details = { ...details, client: id(clients, client) };
        recorder.add(id(keys, name), all);
      }
      const requests: Requests = recorder.finish();
      const originals = { keys: keys.names(), clients: clients.names() };
      const again = feed(written(csv, { requests, originals, rate: 1_000 }).bytes).requests;
      expect(again.columns).toEqual(requests.columns);
      expect(contents(again)).toEqual(contents(requests));
    }),
  );
});

test('a workload of several batches is written whole', () => {
  const recorder = new Recorder([]);
  for (let i = 0; i < BATCH_LENGTH + 3; i++) recorder.add(i % 10);
  const { text, steps } = written(csv, { requests: recorder.finish(), originals: NAMELESS, rate: 1_000 });
  expect(text.split('\n')).toHaveLength(1 + BATCH_LENGTH + 3 + 1);
  expect(steps[0]).toBe(steps[1]);
});
