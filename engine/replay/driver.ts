import { type Batch, NO_TTL } from '../../workloads/requests.ts';
import type { Configuration } from '../configuration/types.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { Sweeps } from './sweeps.ts';

/** In place of a store: no get, or one of the warm-up. */
export const NOT_COUNTED = 255;

/** Hands records to a hierarchy, one after the other, and notes who answers. */
export class Driver {
  /** Records so far; and how many came before the first that counts. */
  records = 0;
  firstCounted = 0;
  private gets = 0;
  private readonly hierarchy: Hierarchy;
  private readonly nextAccess: Int32Array | null;
  private readonly rate: number;
  private readonly sized: boolean;
  private readonly fills: boolean;
  private readonly warmup: number;
  private readonly sweeps: Sweeps | null;
  private answers = new Uint8Array(0);

  constructor(hierarchy: Hierarchy, nextAccess: Int32Array | null, configuration: Configuration, warmup: number) {
    this.hierarchy = hierarchy;
    this.nextAccess = nextAccess;
    this.rate = configuration.rate;
    this.sized = configuration.unit === 'bytes';
    this.fills = configuration.fill !== 'none';
    this.warmup = warmup;
    this.sweeps = configuration.sweepSeconds === null ? null : new Sweeps(hierarchy, configuration.sweepSeconds);
  }

  /**
   * @param next for clairvoyant policies, by record: the number of the record that gets the same id next
   * @returns by record, who answered: a store, the origin, or `NOT_COUNTED`; good until the next call
   */
  replay(batch: Batch, next: Int32Array | null): Uint8Array {
    const { hierarchy, nextAccess, rate, sized, fills, sweeps } = this;
    const { id: ids, time: times, op: ops, size: sizes, type: types, priority: priorities, ttl: ttls, length } = batch;
    const { origin } = hierarchy;
    if (this.answers.length < length) this.answers = new Uint8Array(length);
    const { answers } = this;
    for (let i = 0; i < length; i++) {
      const id = ids[i]!;
      const now = times ? times[i]! : (this.records + i) / rate;
      const type = types ? types[i]! : 0;
      const priority = priorities ? priorities[i]! : 0;
      const size = sized ? sizes![i]! : 1;
      const ttl = ttls ? ttls[i]! : NO_TTL;
      if (nextAccess) nextAccess[id] = next![i]!;
      if (sweeps) sweeps.advance(now);
      hierarchy.advance(now);
      const op = ops ? ops[i]! : 0;
      answers[i] = NOT_COUNTED;
      if (op === 1) hierarchy.set(id, type, priority, size, ttl);
      else if (op === 2) hierarchy.delete(id);
      else {
        if (this.gets === this.warmup && this.gets > 0) this.startCounting(this.records + i);
        const store = hierarchy.get(id, type);
        if (this.gets++ >= this.warmup) answers[i] = store;
        if (store === origin && fills) hierarchy.fill(id, type, priority, size, ttl);
      }
    }
    this.records += length;
    return answers;
  }

  private startCounting(record: number): void {
    this.hierarchy.restartCounters();
    this.firstCounted = record;
  }
}
