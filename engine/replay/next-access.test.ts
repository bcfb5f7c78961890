import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NEVER } from '../../policies/eviction/contract.ts';
import { Recorder } from '../../workloads/recorder.ts';
import { BATCH_LENGTH, GET, SET } from '../../workloads/requests.ts';
import { Overflow } from '../../workloads/store/file/overflow.ts';
import { nextAccesses } from './next-access.ts';

const record = fc.record({ id: fc.nat(5), op: fc.constantFrom(0, 0, 0, 1, 2) });

it('is the next record of the id where that is a get, else never', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 60 }), records => {
      const recorder = new Recorder(['op']);
      for (const { id, op } of records) recorder.add(id, { op });
      const expected = records.map(({ id }, i) => {
        const next = records.findIndex((each, j) => j > i && each.id === id);
        return next >= 0 && records[next]!.op === GET ? next : NEVER;
      });
      expect([...nextAccesses(recorder.finish()).at(0)]).toEqual(expected);
    }),
  );
});

it('is kept in a file where the requests are', () => {
  const [there, here] = [new Overflow([], 0), undefined].map(sink => {
    const recorder = new Recorder(['op'], sink);
    for (let i = 0; i < BATCH_LENGTH + 100; i++) recorder.add((i * i) % 1_009, { op: i % 5 === 0 ? SET : GET });
    const next = nextAccesses(recorder.finish());
    return [0, 1].map(b => Int32Array.from(next.at(b)));
  });
  expect(there).toEqual(here);
  expect(here![1]).toHaveLength(100);
});

it('counts records over the ends of batches, and takes all for gets when nothing else is said', () => {
  const recorder = new Recorder([]);
  for (let i = 0; i < BATCH_LENGTH + 2; i++) recorder.add(i % BATCH_LENGTH);
  const next = nextAccesses(recorder.finish());
  expect([...next.at(0).subarray(0, 3)]).toEqual([BATCH_LENGTH, BATCH_LENGTH + 1, NEVER]);
  expect([...next.at(1)]).toEqual([NEVER, NEVER]);
});
