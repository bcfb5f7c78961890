import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random.ts';
import { ordersOf } from './orders.ts';

const FREE = (length: number) => Array<number>(length).fill(-1);
const random = () => randomStream(1, 'orders');

describe('all orders', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 6],
    [6, 720],
  ])('of %d choices are %d, each once', (choices, count) => {
    const { list, exact } = ordersOf(FREE(choices), 5, random());
    expect(exact).toBe(true);
    expect(new Set(list.map(String)).size).toBe(count);
    expect(list).toHaveLength(count);
  });

  it('in which one choice must come before another are half of them', () => {
    const { list } = ordersOf([-1, 3, -1, -1], 5, random());
    expect(list).toHaveLength(12);
    for (const order of list) expect(order.indexOf(3)).toBeLessThan(order.indexOf(1));
  });
});

describe('orders of many choices', () => {
  it('are drawn in pairs of opposites, as many as asked for', () => {
    const { list, exact } = ordersOf(FREE(9), 7, random());
    expect(exact).toBe(false);
    expect(list).toHaveLength(7);
    for (const pair of [0, 2, 4]) expect(list[pair + 1]).toEqual([...list[pair]!].reverse());
    for (const order of list) expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(ordersOf(FREE(9), 7, random()).list).toEqual(list);
    expect(ordersOf(FREE(9), 7, randomStream(2, 'orders')).list).not.toEqual(list);
  });

  it('keep what must come first there, and are otherwise equally likely', () => {
    const after = [-1, 0, -1, -1, -1, -1, -1];
    const { list } = ordersOf(after, 4_000, random());
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
