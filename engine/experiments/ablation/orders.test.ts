import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random.ts';
import { drawOrders, ordersOf, type Passage } from './orders.ts';

const FREE = (length: number) => Array<number>(length).fill(-1);
const random = () => randomStream(1, 'orders');

/** What orders pass through, counted one by one. */
function passagesOf(orders: readonly (readonly number[])[]): Passage[] {
  const counts = new Map<string, Passage>();
  for (const order of orders) {
    let set = 0;
    for (const choice of order) {
      const known = counts.get(`${set}/${choice}`)?.orders ?? 0;
      counts.set(`${set}/${choice}`, { set, choice, orders: known + 1 });
      set |= 1 << choice;
    }
  }
  return sorted([...counts.values()]);
}

const sorted = (passages: readonly Passage[]) => [...passages].sort((a, b) => a.set - b.set || a.choice - b.choice);

function permutations(length: number): number[][] {
  if (length === 0) return [[]];
  return permutations(length - 1).flatMap(shorter =>
    Array.from({ length }, (_, place) => shorter.toSpliced(place, 0, length - 1)),
  );
}

describe('all orders', () => {
  it.each([0, 1, 3, 5])('of %d choices pass where a list of them does', choices => {
    const { passages, count, exact } = ordersOf(FREE(choices), 5, random());
    const list = permutations(choices);
    expect([count, exact]).toEqual([list.length, true]);
    expect(sorted(passages)).toEqual(passagesOf(list));
  });

  it('in which one choice must come before another are half of them', () => {
    const { passages, count } = ordersOf([-1, 3, -1, -1], 5, random());
    const list = permutations(4).filter(order => order.indexOf(3) < order.indexOf(1));
    expect(count).toBe(12);
    expect(sorted(passages)).toEqual(passagesOf(list));
  });

  it('are counted up to nine choices: 362,880', () => {
    expect(ordersOf(FREE(9), 5, random())).toMatchObject({ count: 362_880, exact: true });
    expect(ordersOf(FREE(10), 5, random())).toMatchObject({ count: 5, exact: false });
  });
});

describe('orders of many choices', () => {
  it('are drawn in pairs of opposites, as many as asked for', () => {
    const list = drawOrders(FREE(10), 7, random());
    expect(list).toHaveLength(7);
    for (const pair of [0, 2, 4]) expect(list[pair + 1]).toEqual([...list[pair]!].reverse());
    for (const order of list) expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(sorted(ordersOf(FREE(10), 7, random()).passages)).toEqual(passagesOf(list));
    expect(drawOrders(FREE(10), 7, randomStream(2, 'orders'))).not.toEqual(list);
  });

  it('keep what must come first there, and are otherwise equally likely', () => {
    const list = drawOrders([-1, 0, -1, -1, -1, -1, -1], 4_000, random());
    const places = Array<number>(7).fill(0);
    for (const order of list) {
      expect(order.indexOf(0)).toBeLessThan(order.indexOf(1));
      places[order.indexOf(0)]!++;
    }
    // Of two random places the smaller one is p with probability (6 − p) / 21.
    for (const [place, count] of places.entries())
      expect(Math.abs(count / 4_000 - (6 - place) / 21)).toBeLessThan(0.02);
  });
});
