import { expect, it } from 'vitest';
import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { synthesize } from '../../engine/synthesize.ts';
import { roomOf, sizesOf } from './room.ts';

const requests = synthesize('zipf:keys=1000', { requests: 5_000 });
const configuration = resolveConfiguration({ levels: 'L1=50,L2=150' }, factsOf(requests));

it('room is a number, a share of all levels, or a tenth of them', () => {
  expect([roomOf('100', configuration), roomOf('25%', configuration), roomOf(undefined, configuration)]).toEqual([
    ...[100, 50, 20],
  ]);
});

it('sizes are numbers or shares of the keys', () => {
  expect(sizesOf('7, 10%', configuration, requests)).toEqual([7, requests.universe / 10].map(Math.floor));
  expect(sizesOf(undefined, configuration, requests)).toBeNull();
});

it.each([
  ['1MiB', '--sizes: found 1MiB, expected entries, which the levels are in, or percent'],
  ['auto', '--sizes: auto follows the curve of LRU, which says nothing of levels'],
  [' ,', '--sizes: the list is empty, expected for example 100,1%,64MiB'],
])('sizes of "%s" are refused', (list, message) => {
  expect(() => sizesOf(list, configuration, requests)).toThrow(message);
});

it('room in another unit is refused', () => {
  expect(() => roomOf('1MiB', configuration)).toThrow('--more: found 1MiB, expected entries');
});
