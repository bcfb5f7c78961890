import { ResidentTable } from '../../structures/resident-table.ts';
import type { EvictionContext } from '../contract.ts';

/** Entries of the pool. */
export const EVPOOL_SIZE = 16;

/**
 * How Redis approximates an order without keeping one. Each eviction draws a few residents into a pool of good candidates,
 * which outlives the eviction: 16 entries in ascending order of their idle time as it was when they were drawn. The best
 * of them that is still resident leaves. Entries are not taken out when their id leaves otherwise, so the pool holds
 * ghosts, and an id that has come back meanwhile leaves by its old entry, as it does in Redis.
 */
export class EvictionPool {
  private readonly context: EvictionContext;
  private readonly samples: number;
  /** How good a candidate a resident is; called idle, although for LFU it is the inverse of its frequency. */
  private readonly idleOf: (id: number) => number;
  private readonly residents: ResidentTable;
  private readonly ids = new Int32Array(EVPOOL_SIZE);
  private readonly idle = new Float64Array(EVPOOL_SIZE);
  private length = 0;
  /** The newcomer for whom the last entry of the pool is chosen, as long as nothing has happened since; else -1. */
  private chosenFor = -1;

  constructor(context: EvictionContext, samples: number, idleOf: (id: number) => number) {
    this.context = context;
    this.samples = samples;
    this.idleOf = idleOf;
    this.residents = new ResidentTable(context.universe);
  }

  /** Somebody was used: what was chosen is no longer certain. */
  touch(): void {
    this.chosenFor = -1;
  }

  victim(incoming: number): number {
    if (this.chosenFor !== incoming) {
      do this.populate();
      while (!this.dropGhosts());
      this.chosenFor = incoming;
    }
    return this.ids[this.length - 1]!;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.length--;
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.residents.insert(id);
    this.chosenFor = -1;
  }

  remove(id: number): void {
    this.residents.remove(id);
    this.chosenFor = -1;
  }

  /** Whether the pool still has an entry of an id that is not resident, or chose for it. */
  remembers(id: number): boolean {
    return this.ids.subarray(0, this.length).includes(id) || this.chosenFor === id;
  }

  private populate(): void {
    const { residents, samples } = this;
    if (residents.count <= samples)
      for (let place = 0; place < residents.count; place++) this.offer(residents.at(place));
    else for (let i = 0; i < samples; i++) this.offer(residents.draw(this.context.random()));
  }

  /** Puts a candidate before the first entry that is at least as idle; a full pool gives up its least idle entry for it. */
  private offer(id: number): void {
    const { idle } = this;
    const own = this.idleOf(id);
    let k: number;
    if (this.length < EVPOOL_SIZE) {
      k = this.length++;
      for (; k > 0 && idle[k - 1]! >= own; k--) this.move(k - 1, k);
    } else {
      if (idle[0]! >= own) return;
      k = 0;
      for (; k + 1 < EVPOOL_SIZE && idle[k + 1]! < own; k++) this.move(k + 1, k);
    }
    this.ids[k] = id;
    idle[k] = own;
  }

  private move(from: number, to: number): void {
    this.ids[to] = this.ids[from]!;
    this.idle[to] = this.idle[from]!;
  }

  /** From the best candidate on, up to a resident one; false when there is none. */
  private dropGhosts(): boolean {
    while (this.length > 0 && !this.residents.has(this.ids[this.length - 1]!)) this.length--;
    return this.length > 0;
  }
}
