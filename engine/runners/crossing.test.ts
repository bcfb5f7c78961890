import { expect, it } from 'vitest';
import { Recorder } from '../../workloads/recorder.ts';
import type { Requests } from '../../workloads/requests.ts';
import { Overflow } from '../../workloads/store/file/overflow.ts';
import { StoredBatches } from '../../workloads/store/file/stored-batches.ts';
import { packed, unpacked } from './crossing.ts';

function requests(sink?: Overflow): Requests {
  const recorder = new Recorder(['size'], sink);
  for (let i = 0; i < 10; i++) recorder.add(i % 3, { size: i });
  return recorder.finish();
}

const across = <Data>(data: Data) => unpacked(structuredClone(packed(data))) as Data;

it('batches in a file are read on the other side, wherever they stand', () => {
  const there = across({ many: [{ name: 'a', requests: requests(new Overflow([], 0)) }], none: null, word: 'b' });
  expect(there).toMatchObject({
    none: null,
    word: 'b',
    many: [{ name: 'a', requests: { universe: 3, operations: 10 } }],
  });
  const { batches } = there.many[0]!.requests;
  expect(batches).toBeInstanceOf(StoredBatches);
  expect([...batches.at(0)!.id]).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
  expect([...batches.at(0)!.size!]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it('batches in memory cross as they are', () => {
  const here = requests();
  expect(packed(here)).toEqual(here);
  expect((packed(here) as Requests).batches.at(0)!.id.buffer).toBe(here.batches.at(0)!.id.buffer);
});
