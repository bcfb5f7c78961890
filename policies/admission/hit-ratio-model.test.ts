import { describe, expect, it } from 'vitest';
import { randomStream } from '../../engine/random.ts';
import { HitRatioModel } from './hit-ratio-model.ts';

interface Item {
  readonly rate: number;
  readonly size: number;
}

function modelOf(items: readonly Item[], capacity: number): HitRatioModel {
  const model = new HitRatioModel(capacity, items.length);
  for (const { rate, size } of items) model.add(rate, size);
  return model;
}

/** The popular half of the objects is small. */
const random = randomStream(1, 'items');
const items = Array.from(
  { length: 400 },
  (_, i): Item => ({
    rate: 100 / (i + 1),
    size: Math.ceil((i < 200 ? 10 : 400) * (0.5 + random())),
  }),
);
const CAPACITY = 4_000;

/** Hit ratio of an LRU cache that admits by e^(−size/c), with requests drawn at these rates. */
function simulated(c: number): number {
  const draw = randomStream(2, 'requests');
  const total = items.reduce((sum, { rate }) => sum + rate, 0);
  let sum = 0;
  const sums = items.map(({ rate }) => {
    sum += rate / total;
    return sum;
  });
  const cache: number[] = [];
  const used = () => cache.reduce((sum, id) => sum + items[id]!.size, 0);
  let hits = 0;
  const counted = 40_000;
  for (let i = -10_000; i < counted; i++) {
    const x = draw();
    const id = Math.min(
      items.length - 1,
      sums.findIndex(sum => x < sum),
    );
    const at = cache.indexOf(id);
    if (at >= 0) {
      if (i >= 0) hits++;
      cache.splice(at, 1);
    } else if (draw() >= Math.exp(-items[id]!.size / c)) continue;
    cache.unshift(id);
    while (used() > CAPACITY) cache.pop();
  }
  return hits / counted;
}

describe('the model of AdaptSize', () => {
  it.each([100, 300, 1_000, 100_000])('foretells the hit ratio that a simulation has with c = %i', c => {
    expect(Math.abs(modelOf(items, CAPACITY).hitRatio(c) - simulated(c))).toBeLessThan(0.01);
  });

  it('finds a c that is as good as any other', () => {
    const model = modelOf(items, CAPACITY);
    const ratios = Array.from({ length: 240 }, (_, i) => model.hitRatio(2 ** (i / 20)));
    expect(model.hitRatio(model.bestC(1))).toBeGreaterThan(Math.max(...ratios) - 1e-3);
  });

  it('says that all are hit where all have room', () => {
    expect(modelOf([{ rate: 1, size: 10 }], 10).hitRatio(1e9)).toBeCloseTo(1, 9);
  });

  it('keeps to the c that it is given when it knows no objects', () => {
    expect(modelOf([], 100).bestC(77)).toBe(77);
  });
});
