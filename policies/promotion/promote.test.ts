import { describe, expect, it } from 'vitest';
import { resolveSpec } from '../../spec/spec.ts';
import { LastRequests } from '../structures/last-requests.ts';
import { promote } from './promote.ts';

/** Three levels of these capacities; ages are counted by the requests that the test makes. */
function build(capacities: readonly number[], spec = 'promote:every=4') {
  const { entry, values } = resolveSpec(spec, [promote], 'promotion policy', '--promotion');
  const requests = new LastRequests(100);
  const unread = () => expect.unreachable();
  let drawn = 0;
  const context = {
    universe: 100,
    capacities,
    frequency: unread,
    lastRequests: () => requests,
    random: () => drawn,
    answerMs: unread,
    sizeIn: unread,
  };
  const policy = entry.create(context, values);
  // Everybody was requested once: id k is 99 − k requests old.
  for (let id = 0; id < 100; id++) requests.increment(id);
  return {
    gaveUp: (level: number, ...ages: readonly number[]) => {
      for (const age of ages) policy.gaveUp!(99 - age, level);
    },
    /** The probability with which a hit in this level goes up, by bisection. */
    probability(level: number): number {
      let [below, above] = [0, 1];
      while (above - below > 1e-9) {
        drawn = (below + above) / 2;
        if (policy.promotes(0, 0, -1, level, level - 1)) below = drawn;
        else above = drawn;
      }
      return below;
    },
  };
}

describe('the probability of going up', () => {
  it('begins at the share of the room that lies above', () => {
    const { probability } = build([10, 30, 60]);
    expect(probability(1)).toBeCloseTo(10 / 40, 6);
    expect(probability(2)).toBeCloseTo(40 / 100, 6);
  });

  it('falls where entries live longer below, in proportion to the difference', () => {
    const { gaveUp, probability } = build([20, 20]);
    gaveUp(0, 10, 20);
    gaveUp(1, 40, 50);
    // Mean lives 15 and 45: a quarter of (15 − 45)/60 of 0.5 less.
    expect(probability(1)).toBeCloseTo(0.5 * (1 - 0.25 * 0.5), 6);
  });

  it('rises again where they live longer above, towards its limit', () => {
    const { gaveUp, probability } = build([20, 20]);
    gaveUp(0, 10, 20);
    gaveUp(1, 40, 50);
    gaveUp(0, 60, 60);
    gaveUp(1, 20, 20);
    const before = 0.5 * (1 - 0.25 * 0.5);
    expect(probability(1)).toBeCloseTo(before + 0.25 * 0.5 * (0.5 - before), 6);
    for (let i = 0; i < 200; i++) {
      gaveUp(0, 90, 90);
      gaveUp(1, 0, 0);
    }
    expect(probability(1)).toBeCloseTo(0.5, 6);
  });

  it('stays while only one of the levels is full, and then moves with whoever gives nobody up', () => {
    const { gaveUp, probability } = build([20, 20]);
    gaveUp(0, 5, 5, 5, 5, 5, 5);
    expect(probability(1)).toBeCloseTo(0.5, 6);
    // Six and one make seven, of which four were enough.
    gaveUp(1, 5);
    const after = probability(1);
    gaveUp(0, 5, 5, 5, 5);
    expect(probability(1)).toBeCloseTo(after * (1 - 0.25), 6);
  });

  it('is adjusted after as many departures as it is told', () => {
    const often = build([20, 20], 'promote:every=2');
    const seldom = build([20, 20], 'promote:every=8');
    for (const { gaveUp } of [often, seldom]) {
      gaveUp(0, 10);
      gaveUp(1, 30);
    }
    expect(often.probability(1)).toBeCloseTo(0.5 * (1 - 0.25 * 0.5), 6);
    expect(seldom.probability(1)).toBeCloseTo(0.5, 6);
  });

  it('of one boundary does not move with what other levels do', () => {
    const { gaveUp, probability } = build([20, 20, 20]);
    gaveUp(0, 10, 10);
    gaveUp(1, 70, 70);
    expect(probability(1)).toBeLessThan(0.5);
    expect(probability(2)).toBeCloseTo(2 / 3, 6);
  });
});
