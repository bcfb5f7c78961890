import { InputError } from '../../spec/input-error.ts';
import { count } from './request.ts';

/** How many bytes a value takes: as its set says, or the cache's own measure. */
export class ValueSizes<Value> {
  /** Whether capacities are in bytes. */
  private readonly needed: boolean;
  private readonly measure: ((value: Value, key: string) => number) | null;

  constructor(needed: boolean, measure: ((value: Value, key: string) => number) | undefined) {
    this.needed = needed;
    this.measure = measure ?? null;
  }

  /** Whether the size of a value is known although its set does not name it. */
  get knowsAll(): boolean {
    return !this.needed || this.measure !== null;
  }

  /** Bytes; 1 where nobody says, or needs to know. @throws InputError */
  of(key: string, value: Value, given: number | undefined): number {
    if (given !== undefined) return count(given, 'size', 'bytes');
    if (this.measure) return count(this.measure(value, key), 'sizeOf', 'bytes');
    if (this.needed) throw new InputError('size', 'capacities are in bytes: name it, or give the cache sizeOf');
    return 1;
  }

  /** What an entry of so many bytes takes of the capacities. */
  room(bytes: number): number {
    return this.needed ? bytes : 1;
  }
}
