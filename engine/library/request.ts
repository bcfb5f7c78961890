import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import { NO_TTL, PRIORITIES } from '../../workloads/requests.ts';

/** What a get may say beside its key. */
export interface GetOptions {
  /** `features`, `model` or `result`; anything else is general. Partitions go by it. */
  readonly dataType?: string;
  /** The session, job or tenant that asks: recordings name it. */
  readonly client?: string;
}

export type Priority = (typeof PRIORITIES)[number];

/** What a set may say beside its key and its value. */
export interface SetOptions extends GetOptions {
  /** Where the data is placed by the document's rule: high in L1, medium in L2, normal in L3. */
  readonly priority?: Priority;
  /** Milliseconds that the entry may live; without it, as long as the levels say. */
  readonly ttlMs?: number;
  /** Bytes; where capacities are in bytes it is needed, unless the cache has `sizeOf`. */
  readonly size?: number;
}

export interface LoadOptions extends SetOptions {
  /** Milliseconds after which the load is given up. */
  readonly timeoutMs?: number;
  /** Milliseconds after the end of its lifetime during which an entry is still answered, at once, while it is loaded again. */
  readonly staleWhileRevalidateMs?: number;
}

/** How a registered loader is used. */
export interface LoaderOptions {
  /** Loads that warming runs at the same time; 4 if not given. */
  readonly concurrency?: number;
  /** Milliseconds after which a load is given up, where its caller does not say; for ever if not given. */
  readonly timeoutMs?: number;
}

/** Index into `DATA_TYPES`. */
export function typeOf(options: GetOptions | undefined): number {
  if (options === undefined) return 0;
  switch (options.dataType) {
    case 'features':
      return 1;
    case 'model':
      return 2;
    case 'result':
      return 3;
    default:
      return 0;
  }
}

/** Index into `PRIORITIES`. @throws InputError */
export function priorityOf(priority: Priority | undefined): number {
  if (priority === undefined) return 0;
  const index = PRIORITIES.indexOf(priority);
  if (index >= 0) return index;
  throw new InputError('priority', `found ${JSON.stringify(priority)}${suggestion(String(priority), PRIORITIES)}`);
}

/** Seconds, or `NO_TTL`. @throws InputError */
export function ttlOf(ttlMs: number | undefined): number {
  if (ttlMs === undefined) return NO_TTL;
  if (ttlMs > 0 && Number.isFinite(ttlMs)) return ttlMs / 1e3;
  throw new InputError('ttlMs', `found ${String(ttlMs)}, expected milliseconds, more than 0`);
}

/** Looks at what is needed only when a load has ended. @throws InputError */
export function checkLoad({ priority, ttlMs, size, timeoutMs, staleWhileRevalidateMs }: LoadOptions): void {
  priorityOf(priority);
  ttlOf(ttlMs);
  if (size !== undefined) count(size, 'size', 'bytes');
  if (timeoutMs !== undefined) milliseconds(timeoutMs, 'timeoutMs');
  if (staleWhileRevalidateMs !== undefined && !(staleWhileRevalidateMs >= 0))
    throw new InputError(
      'staleWhileRevalidateMs',
      `found ${String(staleWhileRevalidateMs)}, expected milliseconds, 0 or more`,
    );
}

/** The longest that timers of JavaScript can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** A stretch of time. @throws InputError unless it is above 0, and no longer than a timer can wait */
export function milliseconds(value: number, place: string): number {
  if (value > 0 && value <= LONGEST_MS) return value;
  throw new InputError(place, `found ${String(value)}, expected milliseconds, more than 0, at most ${LONGEST_MS}`);
}

/** @throws InputError unless it is a whole number of at least 1 */
export function count(value: number, place: string, unit: string): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new InputError(place, `found ${String(value)}, expected a whole number of ${unit}, at least 1`);
}

/** @throws InputError unless it is a text */
export function checkKey(key: string): void {
  if (typeof key !== 'string') throw new InputError('key', `found ${typeof key}, expected a text`);
}
