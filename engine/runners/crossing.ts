import { StoredBatches, type StoredFile } from '../../workloads/store/file/stored-batches.ts';

/** Stands for batches in a file: the threads of a process read them from the same descriptor. */
interface Ticket {
  readonly storedFile: StoredFile;
}

/**
 * Data with requests in it, as it can be sent to another thread: batches that lie in a file are replaced by a ticket, whatever
 * the data is that holds them. Columns in shared memory are left as they are.
 */
export function packed(data: unknown): unknown {
  return replaced(data, each => (each instanceof StoredBatches ? { storedFile: each.file } : each));
}

/** The data again that `packed` was given in the other thread. */
export function unpacked(data: unknown): unknown {
  return replaced(data, each => (isTicket(each) ? new StoredBatches(each.storedFile) : each));
}

function isTicket(data: unknown): data is Ticket {
  return typeof data === 'object' && data !== null && 'storedFile' in data;
}

/** A copy of objects and arrays in which the outermost parts that change are changed. */
function replaced(data: unknown, change: (part: unknown) => unknown): unknown {
  const changed = change(data);
  if (changed !== data) return changed;
  if (Array.isArray(data)) return data.map(each => replaced(each, change));
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(Object.entries(data).map(([name, part]) => [name, replaced(part, change)]));
}
