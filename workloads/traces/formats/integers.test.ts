import { expect, test } from 'vitest';
import { column, feed, packed } from '../testing/feed.ts';

test.each([
  [
    'int32be',
    packed(
      [
        [4, 1],
        [4, 256],
        [4, 1],
        [4, 0xffffffff],
      ],
      false,
    ),
  ],
  [
    'int32le',
    packed([
      [4, 1],
      [4, 256],
      [4, 1],
      [4, 0xffffffff],
    ]),
  ],
  [
    'int64be',
    packed(
      [
        [8, 1],
        [8, 256],
        [8, 1],
        [8, 2n ** 32n + 1n],
      ],
      false,
    ),
  ],
  [
    'int64le',
    packed([
      [8, 1],
      [8, 256],
      [8, 1],
      [8, 2n ** 32n + 1n],
    ]),
  ],
])('%s reads one key an integer', (format, bytes) => {
  const { requests } = feed(bytes, { format });
  expect(column(requests, 'id')).toEqual([0, 1, 0, 2]);
});

test('integers of 64 bits are told apart to the last bit', () => {
  const bytes = packed([
    [8, 2n ** 62n],
    [8, 2n ** 62n + 1n],
  ]);
  expect(feed(bytes, { format: 'int64le' }).requests.universe).toBe(2);
});

test('bare integers are never guessed', () => {
  expect(() =>
    feed(
      packed(
        [
          [4, 1],
          [4, 2],
          [4, 3],
        ],
        false,
      ),
    ),
  ).toThrow('this data, which is not UTF-8 text, is in no format that can be told');
});
