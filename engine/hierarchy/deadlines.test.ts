import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock } from './clock.ts';
import { DeadlineHeap, DeadlineRing, type Deadlines } from './deadlines.ts';
import { STORED } from './stamps.ts';

const DELAY = 10;
const STORE = 0b10;

/** A ring and a heap over the same columns, and a set that knows who waits. */
class Both {
  readonly waiting = new Set<number>();
  readonly since: Float64Array;
  readonly clock = new Clock();
  readonly ring: DeadlineRing;
  readonly heap: DeadlineHeap;
  private readonly where: Uint16Array;

  constructor(universe: number) {
    this.since = new Float64Array(2 * universe);
    this.where = new Uint16Array(universe);
    this.ring = new DeadlineRing(this.since, STORED, this.clock, DELAY, this.where, STORE);
    this.heap = new DeadlineHeap(universe, id => this.since[2 * id + STORED]! + DELAY);
  }

  add(id: number, now: number): void {
    this.remove(id);
    this.clock.now = now;
    this.since[2 * id + STORED] = now;
    this.where[id] = STORE;
    this.waiting.add(id);
    this.ring.add(id);
    this.heap.add(id);
  }

  /** The id lies in another store from now on. */
  remove(id: number): void {
    if (!this.waiting.delete(id)) return;
    this.ring.remove(id);
    this.heap.remove(id);
    this.where[id] = 0b100;
  }

  take(): void {
    const id = this.ring.takeFirst();
    this.heap.remove(id);
    this.waiting.delete(id);
    this.where[id] = 0;
  }

  check(): void {
    const soonest = Math.min(...[...this.waiting].map(id => this.since[2 * id + STORED]! + DELAY));
    for (const deadlines of [this.ring, this.heap]) {
      const first = deadlines.first();
      if (this.waiting.size === 0) expect(first).toBe(-1);
      else {
        expect(this.waiting).toContain(first);
        expect(deadlines.deadlineOf(first)).toBe(soonest);
      }
    }
  }
}

describe('a ring and a heap of deadlines', () => {
  it('agree on the first deadline, whatever was added, renewed, removed and taken', () => {
    const step = fc.record({ what: fc.constantFrom('add', 'add', 'remove', 'take'), id: fc.nat(7), later: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), steps => {
        const both = new Both(8);
        let now = 0;
        for (const { what, id, later } of steps) {
          now += later;
          if (what === 'add') both.add(id, now);
          else if (what === 'remove') both.remove(id);
          else if (both.waiting.size > 0) both.take();
          both.check();
        }
      }),
    );
  });

  it('give all ids in the order in which they came, more than the ring first has room for', () => {
    const both = new Both(3_000);
    // 7 and 3,000 have no common factor: every id once. The first 500 leave again, so that the ring grows from its middle.
    for (let i = 0; i < 3_000; i++) {
      both.add((7 * i) % 3_000, i);
      if (i < 500) both.take();
    }
    const drain = (deadlines: Deadlines) => Array.from({ length: 2_500 }, () => deadlines.takeFirst());
    const expected = Array.from({ length: 2_500 }, (_, i) => (7 * (i + 500)) % 3_000);
    expect(drain(both.ring)).toEqual(expected);
    expect(drain(both.heap)).toEqual(expected);
    expect([both.ring.first(), both.heap.first()]).toEqual([-1, -1]);
  });

  it('hold what was renewed ten thousand times once only', () => {
    const both = new Both(5);
    for (let now = 0; now < 10_000; now++) both.add(now % 4, now);
    // The last four renewals: at 9,996 for id 0 up to 9,999 for id 3.
    expect(Array.from({ length: 4 }, () => both.ring.takeFirst())).toEqual([0, 1, 2, 3]);
    expect(both.ring.first()).toBe(-1);
  });
});

it('a heap gives deadlines in their order, not in the order in which they came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 40 }), due => {
      const heap = new DeadlineHeap(due.length, id => due[id]!);
      for (const id of due.keys()) heap.add(id);
      const taken = due.map(() => due[heap.takeFirst()]!);
      expect(taken).toEqual([...due].sort((a, b) => a - b));
    }),
  );
});
