import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NEVER } from '../../policies/eviction/contract.ts';
import { Recorder } from '../../workloads/recorder.ts';
import { BATCH_LENGTH, GET } from '../../workloads/requests.ts';
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
      expect([...nextAccesses(recorder.finish())[0]!]).toEqual(expected);
    }),
  );
});

it('counts records over the ends of batches, and takes all for gets when nothing else is said', () => {
  const recorder = new Recorder([]);
  for (let i = 0; i < BATCH_LENGTH + 2; i++) recorder.add(i % BATCH_LENGTH);
  const [first, second] = nextAccesses(recorder.finish());
  expect([...first!.subarray(0, 3)]).toEqual([BATCH_LENGTH, BATCH_LENGTH + 1, NEVER]);
  expect([...second!]).toEqual([NEVER, NEVER]);
});
