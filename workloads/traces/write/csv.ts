import { type Batch, COLUMNS, DATA_TYPES, NO_TTL, OPERATIONS, PRIORITIES } from '../../requests.ts';
import type { TargetFormat, TraceSource } from './contract.ts';
import { leftOut } from './remarks.ts';
import { TextBuffer } from './text-buffer.ts';

const COMMA = 0x2c;
const LINE_FEED = 0x0a;

/** In the order in which they stand; the key goes between what happens and what is said of it. */
const ORDER = ['time', 'op', 'key', ...COLUMNS.filter(column => column !== 'time' && column !== 'op')] as const;

/** Tierlab's own columns, those that the workload has; every one of them is read again as it was. */
export const csv: TargetFormat = {
  name: 'csv',
  extensions: ['csv'],
  isText: true,
  open: source => {
    const { requests, originals } = source;
    return {
      keys: originals.keys ? 'original' : 'dense',
      steps: requests.batches.length + 1,
      *chunks() {
        const buffer = new TextBuffer();
        buffer.ascii(`${ORDER.filter(name => name === 'key' || requests.columns.includes(name)).join(',')}\n`);
        yield buffer.take();
        for (const batch of requests.batches) {
          writeRows(buffer, batch, originals);
          yield buffer.take();
        }
      },
      remarks: () => leftOut(requests, []),
    };
  },
};

function writeRows(buffer: TextBuffer, batch: Batch, { keys, clients }: TraceSource['originals']): void {
  const { id: ids, time, op, size, type, priority, ttl, client, length } = batch;
  for (let i = 0; i < length; i++) {
    if (time) {
      buffer.number(time[i]!);
      buffer.byte(COMMA);
    }
    if (op) {
      buffer.ascii(OPERATIONS[op[i]!]!);
      buffer.byte(COMMA);
    }
    buffer.field(keys, ids[i]!);
    if (size) {
      buffer.byte(COMMA);
      buffer.number(size[i]!);
    }
    if (type) {
      buffer.byte(COMMA);
      buffer.ascii(DATA_TYPES[type[i]!]!);
    }
    if (priority) {
      buffer.byte(COMMA);
      buffer.ascii(PRIORITIES[priority[i]!]!);
    }
    if (ttl) {
      buffer.byte(COMMA);
      if (ttl[i] !== NO_TTL) buffer.number(ttl[i]!);
    }
    if (client) {
      buffer.byte(COMMA);
      buffer.field(clients, client[i]!);
    }
    buffer.byte(LINE_FEED);
  }
}
