import { expect, test } from 'vitest';
import { column, feed, packed } from '../testing/feed.ts';

const READ_10 = 0x28;
const WRITE_10 = 0x2a;
const UNMAP = 0x42;

type Access = readonly [command: number, length: number, block: bigint, microseconds: bigint];

const version1 = (...accesses: Access[]) =>
  packed(
    accesses.flatMap(([command, length, block, time], i) => [
      [4, i],
      [4, length],
      [4, 1],
      [2, command],
      [2, 0x0100],
      [8, block],
      [8, time],
    ]),
  );

const version2 = (...accesses: Access[]) =>
  packed(
    accesses.flatMap(([command, length, block, time], i) => [
      [2, command],
      [2, 0x0200],
      [4, i],
      [4, length],
      [4, 1],
      [8, block],
      [8, time],
      [8, 0n],
    ]),
  );

const ACCESSES: Access[] = [
  [WRITE_10, 512, 42_932_745n, 5_633_898_368_802n],
  [READ_10, 4096, 2n ** 40n, 5_633_899_000_000n],
  [UNMAP, 512, 42_932_745n, 5_633_900_500_000n],
];

test.each([
  ['1', version1(...ACCESSES)],
  ['2', version2(...ACCESSES)],
])('a record of version %s is the time in seconds, the block and the length of a get', (_, bytes) => {
  const { requests, format } = feed(bytes);
  expect(format).toBe('vscsi');
  expect(column(requests, 'id')).toEqual([0, 1, 0]);
  expect(column(requests, 'time')).toEqual([5_633_898.368802, 5_633_899, 5_633_900.5]);
  expect(column(requests, 'size')).toEqual([512, 4096, 512]);
  expect(requests.gets).toBe(3);
});

test('with mapped operations a write is a set and an unmap a delete', () => {
  const { requests } = feed(version1(...ACCESSES), { mapOps: true });
  expect(column(requests, 'op')).toEqual([1, 0, 2]);
  expect(requests.gets).toBe(1);
});

test('records of neither version are refused when vscsi is asked for', () => {
  expect(() => feed(new Uint8Array(64).fill(7), { format: 'vscsi' })).toThrow('trace: the first record is');
});

test('a trace that ends within a record is refused with the byte at which that record starts', () => {
  expect(() => feed(version2(...ACCESSES).subarray(0, 90))).toThrow(
    'trace: byte 80: the last record is cut short: found 10 of 40 bytes',
  );
});

test('a record of the other version in the middle is refused with its byte, wherever the chunks end', () => {
  // More than the beginning, from which the version is told.
  const good = Array.from({ length: 3000 }, () => ACCESSES[0]!);
  const bytes = version1(...good, ...good);
  bytes[32 * 5000 + 15] = 2;
  for (const chunkBytes of [1 << 20, 70_000, 33]) {
    expect(() => feed(bytes, {}, chunkBytes)).toThrow(
      'trace: byte 160000: found a record of version 2, expected version 1 as at the beginning (5000 good requests before it)',
    );
  }
});
