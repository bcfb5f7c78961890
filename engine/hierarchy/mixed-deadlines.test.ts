import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Clock } from './clock.ts';
import { DeadlineHeap, DeadlineRing } from './deadlines.ts';
import { MixedDeadlines } from './mixed-deadlines.ts';
import { STORED } from './stamps.ts';

const UNIVERSE = 6;
const STORE = 1;

/** Entries that are stored at a time with a lifetime; beside what is tested, a heap of them all. */
class Store {
  readonly clock = new Clock();
  readonly heap: DeadlineHeap;
  readonly mixed: MixedDeadlines;
  readonly waiting = new Set<number>();
  private readonly clocks = new Float64Array(2 * UNIVERSE);
  private readonly lifetimes = new Float64Array(UNIVERSE);
  private readonly where = new Uint16Array(UNIVERSE);

  constructor(usual: number) {
    const { clocks, lifetimes, where, clock } = this;
    const due = (id: number) => clocks[2 * id + STORED]! + lifetimes[id]!;
    this.heap = new DeadlineHeap(UNIVERSE, due);
    const ring = new DeadlineRing(clocks, STORED, clock, usual, where, STORE);
    this.mixed = new MixedDeadlines(ring, { lifetimes, usual, due });
  }

  add(id: number, lifetime: number): void {
    this.remove(id);
    this.clocks[2 * id + STORED] = this.clock.now;
    this.lifetimes[id] = lifetime;
    this.where[id] = STORE;
    this.waiting.add(id);
    for (const deadlines of [this.heap, this.mixed]) deadlines.add(id);
  }

  remove(id: number): void {
    if (!this.waiting.delete(id)) return;
    for (const deadlines of [this.heap, this.mixed]) deadlines.remove(id);
    this.where[id] = 0;
  }

  /** The first one leaves. Of several that are due at the same time it may be any. @returns when it was due */
  take(): number {
    const id = this.mixed.first();
    const due = this.mixed.deadlineOf(id);
    expect(this.mixed.takeFirst()).toBe(id);
    this.heap.remove(id);
    this.waiting.delete(id);
    this.where[id] = 0;
    return due;
  }
}

const step = fc.record({
  what: fc.constantFrom('add', 'add', 'remove', 'take'),
  id: fc.nat(UNIVERSE - 1),
  later: fc.nat(1),
  own: fc.option(fc.integer({ min: 1, max: 20 })),
});

it('entries of one lifetime and entries of any other come in the order in which they are due', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), fc.constantFrom(8, 12), (steps, usual) => {
      const store = new Store(usual);
      store.clock.now = 0;
      for (const { what, id, later, own } of steps) {
        store.clock.now += later;
        if (what === 'add') store.add(id, own ?? usual);
        else if (what === 'remove') store.remove(id);
        else if (store.waiting.size > 0) {
          const soonest = store.heap.deadlineOf(store.heap.first());
          expect(store.take()).toBe(soonest);
        }
      }
      const rest = [...store.waiting].map(() => store.take());
      expect(rest).toEqual(rest.toSorted((a, b) => a - b));
      expect(store.mixed.first()).toBe(-1);
    }),
  );
});

it('entries that live for ever wait for nothing, beside those that do not', () => {
  const store = new Store(Number.POSITIVE_INFINITY);
  store.clock.now = 5;
  for (const id of [0, 1, 2]) store.add(id, Number.POSITIVE_INFINITY);
  expect(store.mixed.first()).toBe(-1);
  store.add(1, 3);
  expect([store.mixed.first(), store.mixed.deadlineOf(1)]).toEqual([1, 8]);
});
