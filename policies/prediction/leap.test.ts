import { describe, expect, it } from 'vitest';
import { NUMBER_KEYS } from '../../test/prediction/number-keys.ts';
import { recorded } from '../../test/prediction/recorded-proposals.ts';

/** A client at the keys 0 … 99; what each request made it propose. */
function client(spec: string) {
  const { predictor, proposals } = recorded(spec, { keys: NUMBER_KEYS });
  const ask = (id: number, hit: boolean, ahead: boolean, who: number) => {
    proposals.length = 0;
    predictor.request(id, 0, who, hit, ahead);
    return proposals.map(([each]) => each);
  };
  return {
    miss: (id: number, who = 0) => ask(id, false, false, who),
    use: (id: number) => ask(id, true, true, 0),
    late: (id: number) => ask(id, false, true, 0),
    hit: (id: number) => ask(id, true, false, 0),
    confidence: () => proposals[0]![1],
  };
}

/** Misses 0, 3, 6, 9, 12: four differences, and the last of them found that they are a trend. */
function walking(spec = 'leap') {
  const walk = client(spec);
  for (const id of [0, 3, 6, 9, 12]) expect(walk.miss(id)).toEqual([]);
  return walk;
}

describe('the number of keys ahead', () => {
  it('is one when the client follows a trend that was found', () => {
    expect(walking().miss(15)).toEqual([18]);
    expect(walking().miss(16)).toEqual([]);
  });

  it('is the next power of two above those used since, up to the most', () => {
    const used = (count: number, spec?: string) => {
      const walk = walking(spec);
      for (let n = 0; n < count; n++) walk.use(15 + 3 * n);
      return walk.miss(15 + 3 * count).length;
    };
    expect([1, 2, 3, 4, 7, 8].map(count => used(count))).toEqual([2, 4, 4, 8, 8, 8]);
    expect([1, 2, 3, 4].map(count => used(count, 'leap:most=3'))).toEqual([2, 3, 3, 3]);
  });

  it('falls by half when nothing of it is used', () => {
    const walk = walking();
    for (const id of [15, 18, 21, 24]) walk.use(id);
    expect(walk.miss(27)).toHaveLength(8);
    // Jumps away from the trend.
    expect([40, 41, 60, 62].map(id => walk.miss(id).length)).toEqual([4, 2, 1, 0]);
  });

  it('does not grow by hits that owe nothing to it', () => {
    const walk = walking();
    for (const id of [15, 18, 21]) walk.hit(id);
    expect(walk.miss(24)).toEqual([27]);
  });
});

it('proposes nothing at a hit, nor at what is on its way, which is used as well', () => {
  expect(walking().use(15)).toEqual([]);
  const walk = walking();
  expect(walk.late(15)).toEqual([]);
  expect(walk.miss(18)).toHaveLength(2);
});

it('finds a walk although another request comes between', () => {
  const walk = client('leap:history=6,shortest=6');
  for (const id of [0, 3, 6, 9, 80, 12, 15]) walk.miss(id);
  // Of the last six differences, 3, 3, 71, −68, 3 and 3, four agree.
  expect(walk.miss(18)).toEqual([21]);
  expect(walk.confidence()).toBe(4 / 6);
});

it('looks among the latest few first, so it turns sooner the fewer they are', () => {
  const turned = (spec: string) => {
    const walk = client(spec);
    for (const id of [0, 1, 2, 3, 4, 5, 6, 7, 8]) walk.miss(id);
    for (const id of [18, 28]) walk.miss(id);
    return walk.miss(38);
  };
  // 1, 10, 10 in the last three, but 1, 1, 10, 10 in the last four.
  expect(turned('leap:shortest=3')).toEqual([48]);
  expect(turned('leap:shortest=8')).toEqual([]);
});

it('looks back over its history, and no further', () => {
  const confidence = (spec: string) => {
    const walk = client(spec);
    // Differences 3, 3, 3, 3, 68, −65, 3, 3: six of all eight, two of the last four, where the trend was found earlier.
    for (const id of [0, 3, 6, 9, 12, 80, 15, 18]) walk.miss(id);
    expect(walk.miss(21)).toEqual([24]);
    return walk.confidence();
  };
  expect(confidence('leap')).toBe(6 / 8);
  expect(confidence('leap:history=4')).toBe(2 / 4);
});

it('follows each client by itself, or all together, as far as there is memory', () => {
  const interleaved = (spec: string) => {
    const walk = client(spec);
    for (let n = 0; n < 6; n++) {
      walk.miss(3 * n, 0);
      walk.miss(99 - n * n, 1);
    }
    return walk.miss(18, 0);
  };
  expect(interleaved('leap')).toEqual([21]);
  expect(interleaved('leap:clients=false')).toEqual([]);
  expect(interleaved('leap:memory=1')).toEqual([]);
});
