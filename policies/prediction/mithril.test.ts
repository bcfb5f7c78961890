import { describe, expect, it } from 'vitest';
import { recorded } from '../../test/prediction/recorded-proposals.ts';

/** Mines as soon as two ids came twice. */
const SMALL = 'mithril:support=2,mining=2,exceptions=0';

/** Other ids come between, each once. */
const spread = (ids: readonly number[], gap: number) => ids.flatMap((id, n) => [id, ...others(50 + n * gap, gap)]);
const others = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);

describe('ids that come close to each other each time', () => {
  it('are associated with each other, in the order in which they came first', () => {
    // 1 and 2 twice, each time two requests apart: (2 + 1) / (2 + 2).
    expect(recorded(SMALL).after([...spread([1, 2, 1, 2], 1), 1])).toEqual([[2, 3 / 4]]);
    expect(recorded(SMALL).after([...spread([1, 2, 1, 2], 1), 2])).toEqual([]);
  });

  it('may lie so many requests apart', () => {
    const stream = [...spread([1, 2, 1, 2], 4), 1];
    expect(recorded(`${SMALL},lookahead=5`).after(stream)).toHaveLength(1);
    expect(recorded(`${SMALL},lookahead=4`).after(stream)).toEqual([]);
  });

  it('must come often enough, but not too often', () => {
    const twice = [...spread([1, 2, 1, 2], 1), 1];
    expect(recorded('mithril:support=3,mining=2,exceptions=0').after(twice)).toEqual([]);
    // 1 comes for the third time before 2 comes for the second.
    const often = [...spread([1, 1, 2, 1, 2], 1), 1];
    expect(recorded('mithril:support=2,mining=2,exceptions=1,frequent=3').after(often)).toHaveLength(1);
    expect(recorded('mithril:support=2,mining=2,exceptions=1,frequent=2').after(often)).toEqual([]);
  });

  it('may be apart so many times', () => {
    const stream = [...spread([1, 2, 1], 1), ...others(70, 25), 2, 1];
    expect(recorded(SMALL).after(stream)).toEqual([]);
    expect(recorded('mithril:support=2,mining=2,exceptions=1').after(stream)).toEqual([[2, 2 / 4]]);
  });

  it('are found when so many ids can be mined', () => {
    const stream = spread([1, 2, 1, 2], 1);
    const three = () => recorded('mithril:support=2,mining=3,exceptions=0');
    expect(three().after([...stream, 1])).toEqual([]);
    expect(three().after([...stream, 9, 9, 1])).toHaveLength(1);
  });
});

it('records what missed, or all', () => {
  const hits = (spec: string) => {
    const { predictor, proposals } = recorded(spec);
    for (const id of [1, 2, 3, 1, 2, 3, 1]) predictor.request(id, 0, 0, true, false);
    return proposals.length;
  };
  expect(hits(SMALL)).toBe(0);
  expect(hits(`${SMALL},record=all`)).toBe(1);
});

it('keeps so many associations of an id, the latest', () => {
  // 1 is mined with 2, then with 3, then with 4.
  const stream = [1, 2, 1, 2, 1, 3, 1, 3, 1, 4, 1, 4, 1];
  const kept = (spec: string) =>
    recorded(spec)
      .after(stream)
      .map(([id]) => id);
  expect(kept(`${SMALL},associations=3`)).toEqual([2, 3, 4]);
  expect(kept(SMALL)).toEqual([4, 3]);
  expect(kept(`${SMALL},associations=1`)).toEqual([4]);
});

it('remembers so many ids, however many there are', () => {
  const stream = (between: number) => [1, 2, ...others(10, between), 1, 2, 1];
  expect(recorded(`${SMALL},memory=8`).after(stream(6))).toHaveLength(1);
  expect(recorded(`${SMALL},memory=8`).after(stream(7))).toEqual([]);
  // Associations of 1 are lost to those of 3.
  const pairs = [1, 2, 1, 2, 3, 4, 3, 4, 1];
  expect(recorded(`${SMALL},memory=2`).after(pairs)).toHaveLength(1);
  expect(recorded(`${SMALL},memory=1`).after(pairs)).toEqual([]);
});

it('knows nothing of an id whose number went to another key: no association, no request', () => {
  const { predictor, after } = recorded(SMALL);
  after([1, 2, 1, 2]);
  predictor.forget!(1);
  expect(after([1])).toEqual([]);
  // Two requests in all would have made it an association: one before and one after, or both before.
  for (const before of [[1], [1, 1]]) {
    const later = recorded(SMALL);
    later.after(before);
    later.predictor.forget!(1);
    later.after([...[1, 1].slice(before.length), 2, 2, ...others(30, 25)]);
    expect(later.after([1])).toEqual([]);
  }
});

it('refuses a support that no id can have', () => {
  expect(() => recorded('mithril:support=9')).toThrow('mithril: support=9 is more than frequent=8');
});
