import { InputError } from '../../../spec/input-error.ts';
import type { IntegerNames } from '../../interners/names.ts';
import type { Batch, Requests } from '../../requests.ts';
import type { TargetFormat, TraceSource, TraceWriter } from './contract.ts';
import { integerKeys } from './integer-keys.ts';
import { NO_NEXT, nextRequests } from './next-requests.ts';
import { leftOut, operationsAsRequests } from './remarks.ts';

const NAME = 'oracle-general';
const RECORD_BYTES = 24;
const MOST = 2 ** 32 - 1;
const NOTHING = new Uint8Array(0);

/**
 * libCacheSim's oracleGeneral (J. Yang et al.): packed, little-endian uint32 time in seconds, uint64 id, uint32 size in bytes,
 * int64 number of the request that next asks for the same id, counted from 1, −1 for none: as its own converter counts.
 */
export const oracleGeneral: TargetFormat = {
  name: NAME,
  extensions: ['oraclegeneral', 'oraclegeneral.bin'],
  isText: false,
  open: source => new OracleGeneralWriter(source),
};

class OracleGeneralWriter implements TraceWriter {
  readonly steps: number;
  private readonly requests: Requests;
  private readonly integers: IntegerNames | null;
  private readonly rate: number;
  private fractions = false;
  private clamped = 0;

  constructor({ requests, originals, rate }: TraceSource) {
    this.requests = requests;
    this.integers = originals.keys && integerKeys(originals.keys);
    this.rate = rate;
    this.steps = 2 * requests.batches.length;
  }

  get keys(): TraceWriter['keys'] {
    return this.integers ? 'original' : 'dense';
  }

  *chunks(): Generator<Uint8Array, void> {
    const search = nextRequests(this.requests);
    let found = search.next();
    for (; !found.done; found = search.next()) yield NOTHING;
    let first = 0;
    let b = 0;
    for (const batch of this.requests.batches) {
      yield this.records(batch, first, found.value.at(b++)!);
      first += batch.length;
    }
  }

  remarks(): string[] {
    const { requests, rate, clamped } = this;
    const has = new Set(requests.columns);
    return [
      ...leftOut(requests, ['type', 'priority', 'ttl', 'client'], this.fractions ? ['fractions of seconds'] : []),
      ...operationsAsRequests(requests),
      ...(clamped > 0 ? [`sizes above ${grouped(MOST)} are written as that (${grouped(clamped)})`] : []),
      ...(has.has('time') ? [] : [`no times: written at ${grouped(rate)} requests a second (--rate)`]),
      ...(has.has('size') ? [] : ['no sizes: written as 1']),
    ];
  }

  /** @param first number of the batch's first record, from 0 */
  private records({ id: ids, time, size, length }: Batch, first: number, next: Int32Array): Uint8Array {
    const bytes = new Uint8Array(RECORD_BYTES * length);
    const view = new DataView(bytes.buffer);
    const words = this.integers?.words ?? null;
    for (let i = 0, at = 0; i < length; i++, at += RECORD_BYTES) {
      const id = ids[i]!;
      view.setUint32(at, this.seconds(time ? time[i]! : (first + i) / this.rate, first + i), true);
      view.setInt32(at + 4, words ? words[2 * id + 1]! : id, true);
      view.setInt32(at + 8, words ? words[2 * id]! : 0, true);
      view.setUint32(at + 12, size ? this.bytes(size[i]!) : 1, true);
      const number = next[i]!;
      // In two words: no request's number needs the upper one, but −1 fills both.
      view.setInt32(at + 16, number === NO_NEXT ? -1 : number + 1, true);
      view.setInt32(at + 20, number === NO_NEXT ? -1 : 0, true);
    }
    return bytes;
  }

  private seconds(time: number, record: number): number {
    const whole = Math.floor(time);
    if (whole !== time && this.requests.columns.includes('time')) this.fractions = true;
    if (whole >= 0 && whole <= MOST) return whole;
    throw new InputError(
      NAME,
      `time ${time} of request ${grouped(record + 1)} does not fit, expected seconds from 0 to ${grouped(MOST)}`,
    );
  }

  private bytes(size: number): number {
    if (size <= MOST) return size;
    this.clamped++;
    return MOST;
  }
}

function grouped(value: number): string {
  return value.toLocaleString('en');
}
