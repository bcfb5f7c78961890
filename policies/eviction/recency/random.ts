import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/** Evicts a resident entry drawn with equal chances. */
class Random implements EvictionPolicy {
  private readonly context;
  /** The first `count` are the resident ids, in no order. */
  private readonly residents;
  /** Where an id stands in `residents`. */
  private readonly place;
  private count = 0;
  /** Drawn by `victim` among these very residents; -1 for none. */
  private drawn = -1;

  constructor(context: EvictionContext) {
    this.context = context;
    this.residents = new Int32Array(context.universe);
    this.place = new Int32Array(context.universe);
  }

  hit(_id: number): void {}

  victim(_incoming: number): number {
    if (this.drawn < 0) this.drawn = this.draw();
    return this.drawn;
  }

  evict(_incoming: number): number {
    const victim = this.drawn >= 0 ? this.drawn : this.draw();
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.residents[this.count] = id;
    this.place[id] = this.count++;
    this.drawn = -1;
  }

  remove(id: number): void {
    const last = this.residents[--this.count]!;
    const place = this.place[id]!;
    this.residents[place] = last;
    this.place[last] = place;
    this.drawn = -1;
  }

  private draw(): number {
    return this.residents[Math.floor(this.context.random() * this.count)]!;
  }
}

export const random = defineEviction({
  name: 'random',
  summary: 'Evicts an entry drawn with equal chances',
  about:
    'Evicts any resident with equal chances. It needs no order at all, degrades gracefully on loops, where LRU ' +
    'fails, and marks what a policy must beat to have learned anything.',
  paper: null,
  parameters: {},
  capabilities: { sized: true, randomised: true },
  create: context => new Random(context),
});
