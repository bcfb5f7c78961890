import { describe, expect, it } from 'vitest';
import type { SuggestionEffect } from '../documents/suggestion.ts';
import { helps, netBenefit } from './benefit.ts';

const at = (mean: number, error = 0) => ({ mean, low: mean - error, high: mean + error });
const nothing: SuggestionEffect = {
  hitRatioBefore: 0.5,
  hitRatioAfter: 0.5,
  latencyMeanMsBefore: 1,
  latencyMeanMsAfter: 1,
  originFetchesBefore: 500,
  originFetchesAfter: 500,
  staleHitsBefore: 0,
  staleHitsAfter: 0,
  movedBefore: 100,
  movedAfter: 100,
  capacityBefore: 100,
  capacityAfter: 100,
  hitRatioDifference: at(0),
  latencyMeanChange: at(0),
  originFetchesChange: at(0),
  staleRatioDifference: at(0),
  evidence: { kind: 'seeds', count: 5 },
};

describe('a change is shown', () => {
  it.each<[string, Partial<SuggestionEffect>, boolean]>([
    ['not when it changes nothing', {}, false],
    ['for 0.2 points of hit ratio', { hitRatioDifference: at(0.002, 0.001) }, true],
    ['not for less', { hitRatioDifference: at(0.0019) }, false],
    ['not when the interval holds 0', { hitRatioDifference: at(0.01, 0.011) }, false],
    ['for 1 % of latency', { latencyMeanChange: at(-0.01, 0.005) }, true],
    ['not when that is not sure', { latencyMeanChange: at(-0.02, 0.021) }, false],
    ['for 1 % of fetches', { originFetchesChange: at(-0.01, 0.005) }, true],
    ['not when it costs latency', { hitRatioDifference: at(0.01), latencyMeanChange: at(0.002) }, false],
    ['not when it costs hits', { latencyMeanChange: at(-0.1), hitRatioDifference: at(-0.001) }, false],
    ['not when it serves old data', { hitRatioDifference: at(0.1), staleRatioDifference: at(0.003) }, false],
    ['not when it costs fetches', { latencyMeanChange: at(-0.1), originFetchesChange: at(0.002) }, false],
  ])('as better %s', (_, effect, expected) => {
    expect(helps({ ...nothing, ...effect }, 'better')).toBe(expected);
  });

  it.each<[string, Partial<SuggestionEffect>, boolean]>([
    ['when it takes less room', { capacityAfter: 99 }, true],
    ['not when it takes as much', {}, false],
    ['not when hits may be lost', { capacityAfter: 50, hitRatioDifference: at(0, 0.003) }, false],
    ['not when latency is lost', { capacityAfter: 50, latencyMeanChange: at(0.011) }, false],
    ['not when latency may be lost', { capacityAfter: 50, latencyMeanChange: at(0.005, 0.016) }, false],
  ])('as smaller %s', (_, effect, expected) => {
    expect(helps({ ...nothing, ...effect }, 'smaller')).toBe(expected);
  });

  it.each<[string, Partial<SuggestionEffect>, boolean]>([
    ['when a fifth is no longer moved', { movedAfter: 80 }, true],
    ['not when more than that is', { movedAfter: 81 }, false],
    ['not when hits are lost for it', { movedAfter: 10, hitRatioDifference: at(-0.001) }, false],
  ])('as calmer %s', (_, effect, expected) => {
    expect(helps({ ...nothing, ...effect }, 'calmer')).toBe(expected);
  });

  it.each<[string, Partial<SuggestionEffect>, boolean]>([
    ['when fewer answers are stale', { staleRatioDifference: at(-0.01, 0.005) }, true],
    ['not when that is not sure', { staleRatioDifference: at(-0.01, 0.01) }, false],
    ['though each of them is a miss now', { staleRatioDifference: at(-0.1), hitRatioDifference: at(-0.1) }, true],
    ['not when it costs more hits', { staleRatioDifference: at(-0.1), hitRatioDifference: at(-0.103) }, false],
  ])('as fresher %s', (_, effect, expected) => {
    expect(helps({ ...nothing, ...effect }, 'fresher')).toBe(expected);
  });
});

describe('the net benefit', () => {
  it('is the latency saved, less a tenth of the memory that it takes', () => {
    expect(netBenefit({ ...nothing, latencyMeanChange: at(-0.2), capacityAfter: 200 })).toBeCloseTo(0.1, 12);
    expect(netBenefit({ ...nothing, capacityAfter: 50 })).toBeCloseTo(0.05, 12);
  });

  it('counts stale answers like latency, and moves a little', () => {
    expect(netBenefit({ ...nothing, staleRatioDifference: at(-0.3) })).toBeCloseTo(0.3, 12);
    expect(netBenefit({ ...nothing, movedAfter: 0 })).toBeCloseTo(0.01, 12);
    expect(netBenefit({ ...nothing, movedBefore: 0, movedAfter: 5 })).toBe(0);
  });
});
