import { expect, test } from 'vitest';
import { Recorder } from '../../recorder.ts';
import { BATCH_LENGTH, DELETE, GET, SET } from '../../requests.ts';
import { feed, packed } from '../testing/feed.ts';
import { NAMELESS, source, written } from '../testing/written.ts';
import { oracleGeneral } from './oracle-general.ts';

/** Records as they should be: time, id, size, next. */
function records(...rows: readonly (readonly [number, number | bigint, number, number])[]): Uint8Array {
  return packed(
    rows.flatMap(([time, id, size, next]) => [
      [4, time],
      [8, id],
      [4, size],
      [8, next],
    ]),
  );
}

test('a record has the whole seconds, the key, the size, and the number of the next request of the key, counted from 1', () => {
  const { bytes, keys, remarks, steps } = written(
    oracleGeneral,
    source('time,key,size\n1.2,70,5\n1.9,9,6\n3,70,5\n4,70,7\n'),
  );
  expect(bytes).toEqual(records([1, 70, 5, 3], [1, 9, 6, -1], [3, 70, 5, 4], [4, 70, 7, -1]));
  expect([keys, remarks]).toEqual(['original', ['left out: fractions of seconds']]);
  expect(steps[0]).toBe(steps[1]);
});

test('keys of 64 bits are kept to the last bit, and are read again as the same', () => {
  const largest = 2n ** 64n - 1n;
  const text = source(`${2n ** 53n + 1n}\n${largest}\n0\n${2n ** 53n + 1n}\n`);
  const { bytes, keys } = written(oracleGeneral, text);
  expect(keys).toBe('original');
  expect(bytes).toEqual(
    records([0, 2n ** 53n + 1n, 1, 4], [0, largest, 1, -1], [0, 0, 1, -1], [0, 2n ** 53n + 1n, 1, -1]),
  );
  expect([...feed(bytes, { format: 'oracle-general' }).requests.batches][0]!.id).toEqual(
    [...text.requests.batches][0]!.id,
  );
});

test.each([
  ['words', 'b\n7\nb\n'],
  ['numbers with leading zeros', '07\n7\n07\n'],
  ['numbers above 64 bits', `${2n ** 64n}\n7\n${2n ** 64n}\n`],
  ['numbers with a sign or a point', '-1\n1.0\n-1\n'],
])('%s become dense ids', (_, content) => {
  const { bytes, keys } = written(oracleGeneral, source(content, { format: 'keys' }));
  expect(keys).toBe('dense');
  expect(bytes).toEqual(records([0, 0, 1, 3], [0, 1, 1, -1], [0, 0, 1, -1]));
});

test('what is left out or made up is said', () => {
  const recorder = new Recorder(['op', 'type', 'ttl']);
  for (const op of [GET, SET, DELETE]) recorder.add(0, { op });
  recorder.phase('end');
  const { bytes, remarks } = written(oracleGeneral, { requests: recorder.finish(), originals: NAMELESS, rate: 2 });
  // Two requests a second: at 0, 0.5 and 1 second.
  expect(bytes).toEqual(records([0, 0, 1, 2], [0, 0, 1, 3], [1, 0, 1, -1]));
  expect(remarks).toEqual([
    'left out: type, ttl, the marks of phases',
    'sets and deletes are written as requests like any other (2)',
    'no times: written at 2 requests a second (--rate)',
    'no sizes: written as 1',
  ]);
});

test('a size above 32 bits is cut, which is said; a time that is too late or before 0 is refused with its place', () => {
  const large = written(oracleGeneral, source(`time,key,size\n0,1,${2 ** 32}\n0,2,${2 ** 32 - 1}\n`));
  expect(large.bytes).toEqual(records([0, 1, 2 ** 32 - 1, -1], [0, 2, 2 ** 32 - 1, -1]));
  expect(large.remarks).toEqual(['sizes above 4,294,967,295 are written as that (1)']);
  for (const time of ['4294967296', '-0.5'])
    expect(() => written(oracleGeneral, source(`time,key\n0,1\n${time},1\n`))).toThrow(
      `oracle-general: time ${time} of request 2 does not fit, expected seconds from 0 to 4,294,967,295`,
    );
});

test('next requests are found over the ends of batches', () => {
  const recorder = new Recorder([]);
  for (let i = 0; i <= BATCH_LENGTH; i++) recorder.add(i % BATCH_LENGTH);
  const { bytes } = written(oracleGeneral, { requests: recorder.finish(), originals: NAMELESS, rate: 1_000 });
  const next = (record: number) => new DataView(bytes.buffer).getBigInt64(24 * record + 16, true);
  expect([next(0), next(1), next(BATCH_LENGTH)]).toEqual([BigInt(BATCH_LENGTH + 1), -1n, -1n]);
});
