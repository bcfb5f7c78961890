import { expect, it } from 'vitest';
import { NO_TTL } from '../../workloads/requests.ts';
import { LastRecords } from './last-records.ts';

const all = (records: LastRecords, id: number) => [
  records.knows(id),
  records.typeOf(id),
  records.priorityOf(id),
  records.bytesOf(id),
  records.ttlOf(id),
];

it('the last record of an id says what would be fetched', () => {
  const records = new LastRecords({ universe: 3, columns: ['size', 'type', 'priority', 'ttl'] });
  records.note(1, 2, 1, 100, 60);
  records.note(1, 3, 2, 200, 30);
  expect(all(records, 1)).toEqual([true, 3, 2, 200, 30]);
  expect(all(records, 0)).toEqual([false, 0, 0, 0, NO_TTL]);
});

it('what the workload has no column for is what records without it say', () => {
  const records = new LastRecords({ universe: 3, columns: ['time'] });
  records.note(1, 2, 1, 100, 60);
  expect(all(records, 1)).toEqual([false, 0, 0, 0, NO_TTL]);
});
