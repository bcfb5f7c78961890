import { TextInterner } from '../../interners/text.ts';
import { type Details, priorityCode, typeCode } from '../../recorder.ts';
import { type Column, GET, NO_TTL } from '../../requests.ts';
import type { Row } from '../text/row.ts';
import { countedSize, type TraceRecorder } from '../trace-recorder.ts';
import { FieldText } from './field-text.ts';
import { foreignOperationOf, ownOperationOf, WordCodes } from './words.ts';

const DASH = 0x2d;
const EXPECTED_OPERATIONS = 'get, set or delete (--map-ops takes the words of other traces)';

/**
 * Makes the function that records what the row holds at the time.
 * @param recorder where to
 * @param keyFields where the key stands; several make one key together
 * @param fields where the other columns stand
 * @param mapOps whether the words of other traces name operations too
 */
export function readRow(
  row: Row,
  recorder: TraceRecorder,
  keyFields: readonly number[],
  fields: ReadonlyMap<Column, number>,
  mapOps: boolean,
): () => void {
  const details: Details = { time: 0, op: GET, size: 1, type: 0, priority: 0, ttl: NO_TTL, client: 0 };
  const at = (column: Column) => fields.get(column) ?? -1;
  const [time, op, size, type, priority, ttl, client] = [
    at('time'),
    at('op'),
    at('size'),
    at('type'),
    at('priority'),
    at('ttl'),
    at('client'),
  ];
  const keys = recorder.keyedBy(new TextInterner());
  const clients = recorder.clientsBy(new TextInterner());
  const operations = new WordCodes(mapOps ? foreignOperationOf : ownOperationOf, EXPECTED_OPERATIONS);
  const types = new WordCodes(typeCode);
  const priorities = new WordCodes(priorityCode);
  const sizes: number[] = [];
  const keyField = keyFields[0]!;
  const readKey = internField(row, keys, keyFields);
  const readClient = internField(row, clients, [client]);

  return () => {
    if (keyFields.length === 1 && row.isEmpty(keyField)) throw row.error(keyField, 'the key is empty');
    const id = readKey();
    if (time >= 0) details.time = row.number(time, 'time');
    if (op >= 0) details.op = operations.code(row, op);
    if (size >= 0) {
      // A row without a size, such as a delete, is about the object as it was last seen.
      details.size = row.isEmpty(size) ? (sizes[id] ?? 1) : countedSize(row.whole(size, 'size'));
      sizes[id] = details.size;
    }
    if (type >= 0) details.type = types.code(row, type);
    if (priority >= 0) details.priority = priorities.code(row, priority);
    if (ttl >= 0) details.ttl = lifetime(row, ttl);
    if (client >= 0) details.client = readClient();
    recorder.add(id, details);
  };
}

/** Makes the function that interns what stands in a field, or in several that make one name together. */
function internField(row: Row, interner: TextInterner, fields: readonly number[]): () => number {
  const name = new FieldText(fields);
  const field = fields[0]!;
  return () => {
    if (fields.length === 1 && !row.hasDoubledQuotes)
      return interner.id(row.bytes, row.starts[field]!, row.ends[field]!);
    name.read(row);
    return interner.id(name.bytes, 0, name.length);
  };
}

function lifetime(row: Row, field: number): number {
  const start = row.starts[field]!;
  if (row.isEmpty(field) || (row.bytes[start] === DASH && row.ends[field] === start + 1)) return NO_TTL;
  const seconds = row.number(field, 'ttl');
  if (seconds < 0) throw row.error(field, `ttl ${row.quote(field)} is negative`);
  return seconds === 0 ? NO_TTL : seconds;
}
