import { DELETE } from '../../workloads/requests.ts';
import type { TestRecord } from '../hierarchy/records.ts';

/** The same requests, with ids in the order in which a get or a set first names a key: so the library numbers them. */
export function numbered<R extends TestRecord>(records: readonly R[]): R[] {
  const ids = new Map<number, number>();
  for (const { id, op } of records) if (op !== DELETE && !ids.has(id)) ids.set(id, ids.size);
  return records.filter(record => ids.has(record.id)).map(record => ({ ...record, id: ids.get(record.id)! }));
}
