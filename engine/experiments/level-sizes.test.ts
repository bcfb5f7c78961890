import { describe, expect, it } from 'vitest';
import { factsOf, resolveConfiguration } from '../configuration/resolve.ts';
import { synthesize } from '../synthesize.ts';
import { distinctSizes, levelSizes, roomsOf, rowsOf, runLevelSize, usualRoom } from './level-sizes.ts';
import { runCell } from './mrc.ts';

const requests = synthesize('zipf:keys=500', { requests: 8_000 });
const configurationOf = (preset: string, levels: string) => resolveConfiguration({ preset, levels }, factsOf(requests));
const exclusive = configurationOf('exclusive-lru', 'L1=10/-,L2=30/-,L3=60/-');

describe('the sizes that are tried', () => {
  it('are the present one, those with room more and less, and a quarter to four times of what the level has', () => {
    const own = levelSizes(exclusive, 20, null).filter(({ store }) => store === 1);
    // 30 ± 20, and 30 times 1/4, 1/2, 3/4, 1, 3/2, 2 and 4.
    expect(own.map(({ capacity }) => capacity)).toEqual([8, 10, 15, 23, 30, 45, 50, 60, 120]);
  });

  it('are those that are given, beside the present one and those with room more and less', () => {
    const sizes = levelSizes(exclusive, 10, [7]).map(({ store, capacity }) => [store, capacity]);
    expect(sizes).toEqual([
      ...[7, 10, 20].map(each => [0, each]),
      ...[7, 20, 30, 40].map(each => [1, each]),
      ...[7, 50, 60, 70].map(each => [2, each]),
    ]);
    // The hierarchy as it is stands for all three levels, and runs once.
    expect(distinctSizes(exclusive, levelSizes(exclusive, 10, [7]))).toHaveLength(11 - 2);
  });

  it('a tenth of all levels is the room unless somebody says how much', () => {
    expect([usualRoom(exclusive), usualRoom(configurationOf('flat', 'L1=3/-'))]).toEqual([10, 1]);
  });
});

it('exclusive LRU hits what one LRU of all the room hits, whichever level is sized', () => {
  const sized = { requests, configuration: exclusive, seed: 1 };
  for (const size of [
    { store: 0, capacity: 40 },
    { store: 1, capacity: 60 },
    { store: 2, capacity: 90 },
  ]) {
    const { measures } = runLevelSize(sized, size);
    const flat = runCell(requests, { policy: 'lru', capacity: 130, unit: 'entries', seed: 1 });
    expect(measures.hits).toBe(flat.row.hits);
  }
});

it('the same room is worth more time in a faster level, and the books name what it brings', () => {
  const sizes = levelSizes(exclusive, 10, []);
  const distinct = distinctSizes(exclusive, sizes);
  const measured = distinct.map(size => runLevelSize({ requests, configuration: exclusive, seed: 1 }, size).measures);
  const rows = rowsOf(exclusive, sizes, measured);
  expect(rows).toHaveLength(8);
  const present = rows.filter((row, r) => row.capacity === exclusive.levels[sizes[r]!.store]!.capacity);
  expect(new Set(present.map(row => row.latencyMeanMs)).size).toBe(1);
  const [first, second, third] = roomsOf(exclusive, 10, rows);
  // All three come to 110 entries of LRU.
  expect([second!.more.hits, third!.more.hits]).toEqual([first!.more.hits, first!.more.hits]);
  expect(first!.more.hits).toBeGreaterThan(0);
  expect(first!.more.originFetches).toBe(-first!.more.hits);
  expect(first!.more.latencyMeanMs).toBeLessThan(third!.more.latencyMeanMs);
  // L1 has ten entries: none would be left.
  expect(first!.less).toBeNull();
  expect(second!.less).toMatchObject({ capacity: 20, hits: third!.less!.hits });
  expect(second!.less!.hits).toBeLessThan(0);
});

it('partitions that answer are sized as levels are, and those that do not are left alone', () => {
  const typed = synthesize('ml-pipeline', { requests: 3_000 });
  const partitioned = (partitions: string) =>
    resolveConfiguration({ levels: 'L1=10,L2=40', partitions }, factsOf(typed));
  const configuration = partitioned('quota');
  // Half of L2, 50 entries and twice L1, beside the two levels: 140 in all.
  expect(usualRoom(configuration)).toBe(14);
  const sizes = levelSizes(configuration, 14, []);
  const measured = distinctSizes(configuration, sizes).map(
    size => runLevelSize({ requests: typed, configuration, seed: 1 }, size).measures,
  );
  const rooms = roomsOf(configuration, 14, rowsOf(configuration, sizes, measured));
  expect(rooms.map(({ level, capacity }) => [level, capacity])).toEqual([
    ...[
      ['L1', 10],
      ['L2', 40],
      ['features', 20],
      ['model', 50],
      ['result', 20],
    ],
  ]);
  // Every request is typed, and looked for in its partition alone.
  expect(rooms.map(({ more }) => more.hits > 0)).toEqual([false, false, true, false, true]);
  expect(levelSizes(partitioned('write-only'), 14, []).map(({ store }) => store)).not.toContain(2);
});
