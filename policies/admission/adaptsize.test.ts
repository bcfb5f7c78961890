import { describe, expect, it } from 'vitest';
import { runCell } from '../../engine/experiments/mrc.ts';
import { randomStream } from '../../engine/random.ts';
import { generate } from '../../engine/runners/generate.ts';
import { admissionOf } from '../../test/admission/admission-of.ts';
import { AdaptSizeTwin } from '../../test/admission/twins/adaptsize.ts';

const IDS = 300;

/** Requests that shift from low ids to high ones in the middle, whose sizes shift as well. */
function requestsOf(count: number): { readonly id: number; readonly size: number; readonly hit: boolean }[] {
  const random = randomStream(5, 'requests');
  return Array.from({ length: count }, (_, i) => {
    const rank = Math.floor(random() ** 3 * 200);
    const late = 2 * i > count;
    const id = late ? rank + 100 : rank;
    return { id, size: 1 + ((late ? 90 * id : 7 * id) % 400), hit: random() < 0.3 };
  });
}

describe('adaptsize', () => {
  it('lets a newcomer in with a chance of e^(-size/c)', () => {
    // At first c is 1,000: of 1,000 bytes one in e = 2.718 enters.
    const sizes = new Float64Array(100).fill(1_000);
    for (const [draw, enters] of [
      [0.36, true],
      [0.37, false],
    ] as const) {
      const policy = admissionOf('adaptsize:initial=1000', { sizes, random: () => draw });
      expect(policy.accepts!(1)).toBe(enters);
    }
  });

  it.each([
    [1_000, 0.3],
    [1_000, 0.9],
    [1_700, 0.3],
  ])('with a window of %i and a decay of %d chooses the c that its naive twin chooses', (window, decay) => {
    const capacity = 2_000;
    const sizes = new Float64Array(IDS);
    let draw = 0;
    const spec = `adaptsize:window=${window},decay=${decay},initial=50`;
    const policy = admissionOf(spec, { capacity, universe: IDS, sizes, random: () => draw });
    const twin = new AdaptSizeTwin(capacity, window, decay, 50);
    const chosen = new Set<number>();
    for (const { id, size, hit } of requestsOf(9_000)) {
      sizes[id] = size;
      twin.request(id, size);
      // Draws just below and just above the twin's chance, in turn, tell c to a thousandth.
      const below = chosen.size % 2 === 0;
      draw = Math.exp(-size / twin.c) * (below ? 0.999 : 1.001);
      if (hit) policy.hit!(id);
      else expect(policy.accepts!(id)).toBe(below);
      chosen.add(twin.c);
    }
    expect(chosen.size).toBeGreaterThan(3);
  });

  it('hits more than lru alone where objects differ much in size', () => {
    const requests = generate('ml-pipeline', 100_000, 1);
    const cell = { policy: 'lru', capacity: Math.round(requests.bytes! / 50), unit: 'bytes', seed: 1 } as const;
    const { row: alone } = runCell(requests, cell);
    const { row: guarded } = runCell(requests, { ...cell, admission: 'adaptsize:window=20000' });
    expect(guarded.hitRatio).toBeGreaterThan(alone.hitRatio);
  });

  it('remembers whom it has seen until three windows have passed without a request', () => {
    // One request weighs 1 after the first window, 0.3 after the second, and 0.09 after the third, which is nothing.
    const policy = admissionOf('adaptsize:window=1000', { sizes: new Float64Array(100).fill(10) });
    policy.accepts!(1);
    const remembered = Array.from({ length: 3 }, () => {
      for (let i = 0; i < 1_000; i++) policy.accepts!(2 + (i % 50));
      return [1, 2, 99].map(id => policy.remembers!(id));
    });
    expect(remembered).toEqual([
      [true, true, false],
      [true, true, false],
      [false, true, false],
    ]);
  });

  it('remembers empty objects too, whose requests it counts', () => {
    const policy = admissionOf('adaptsize', { sizes: new Float64Array(100) });
    policy.hit!(1);
    expect([1, 2].map(id => policy.remembers!(id))).toEqual([true, false]);
  });
});
