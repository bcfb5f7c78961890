import { describe, expect, test } from 'vitest';
import { sampleCompare } from '../../test/report/sample-compare.ts';
import { basis } from './basis.ts';
import { compareFinding, differencesFinding, differingFinding, findingOn, heatFinding } from './compare-finding.ts';
import { comparisonsOf } from './comparison.ts';
import { differenceWords } from './difference-words.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const finding = (ratios: Record<string, Record<string, number>>) => plain(compareFinding(sampleCompare({ ratios })));

describe('the finding of a comparison', () => {
  test('names who has the lowest latency and the highest hit ratio', () => {
    expect(finding({ zipf: { lru: 0.5, arc: 0.6 } })).toMatch(
      /^Mean latency is lowest with arc, 2\.8\d ms; the hit ratio is highest with arc, 6[01]\.\d\d %$/,
    );
  });

  test('names all of whom none is really better than another', () => {
    expect(finding({ zipf: { lru: 0.5, arc: 0.6, lirs: 0.6 } })).toMatch(
      /highest with (arc and lirs|lirs and arc), 6[01]/,
    );
  });

  test('says that nothing is really different where that is so', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    expect(finding({ zipf: Object.fromEntries(names.map(name => [name, 0.5])) })).toBe(
      'No real difference between a, b, c and 2 others in hit ratio or mean latency',
    );
    expect(finding({ zipf: { lru: 0.5, arc: 0.5 }, loop: { lru: 0.1, arc: 0.1 } })).toBe(
      'No real difference between lru and arc on any of 2 workloads',
    );
  });

  test('of several workloads counts on how many somebody wins', () => {
    const ratios = { zipf: { lru: 0.5, arc: 0.6 }, loop: { lru: 0.1, arc: 0.2 }, scan: { lru: 0.4, arc: 0.3 } };
    expect(finding(ratios)).toBe(
      'Mean latency is lowest with arc on 2 of 3 workloads; the hit ratio is highest with arc on 2 of 3 workloads',
    );
    const document = sampleCompare({ ratios });
    expect(plain(heatFinding(document))).toBe('arc is faster than lru on 2 of 3 workloads and slower on 1');
    expect(findingOn(comparisonsOf(document)[2]!)).toMatch(/^scan: mean latency is lowest with lru/);
  });

  test('says in what the variants differ', () => {
    const of = (ratios: Record<string, number>, noise?: number) =>
      differingFinding(
        comparisonsOf(sampleCompare({ ratios: { zipf: ratios }, ...(noise !== undefined && { noise }) }))[0]!,
      );
    expect(of({ lru: 0.5, arc: 0.6 })).toBe('The variants differ in hit ratio, mean latency, origin fetches and moved');
    expect(of({ a: 0.5, b: 0.5 }, 0)).toBe('The variants differ in nothing that was measured');
  });

  test('says how many differences are real, of those that are there at all', () => {
    // Of hit ratio, latency, fetches and moves all are; the same p99, stale hits and memory are not counted.
    expect(plain(differencesFinding(comparisonsOf(sampleCompare({ ratios: { zipf: { lru: 0.5, arc: 0.6 } } }))))).toBe(
      '4 of 4 differences are real',
    );
    const same = sampleCompare({ ratios: { zipf: { a: 0.5, b: 0.5 } }, noise: 0 });
    expect(differencesFinding(comparisonsOf(same))).toBe('None of the differences is real');
  });
});

test('a trace says its blocks, a synthetic workload its seeds', () => {
  const of = (samples: 'seeds' | 'blocks') => plain(basis(comparisonsOf(sampleCompare({ samples }))[0]!.workload, 3));
  expect(of('seeds')).toBe('100,000 requests, seeds 3 to 12');
  expect(of('blocks')).toBe('100,000 requests in 20 blocks');
});

test('a difference says its size, its interval in the same unit, and its verdict', () => {
  const [comparison] = comparisonsOf(sampleCompare({ ratios: { loop: { lru: 0, arc: 0.1 } } }));
  const of = (metric: string) =>
    differenceWords(comparison!, comparison!.differences.find(each => each.metric === metric)!);
  expect(of('hitRatio')).toMatchObject({ metric: 'hit ratio', verdict: 'better' });
  expect(plain(of('hitRatio').difference)).toMatch(/^\+\d+\.\d\d points$/);
  expect(of('hitRatio').interval).toMatch(/^\+\d+\.\d\d … \+\d+\.\d\d$/);
  expect(of('originFetches').interval).toMatch(/^−[\d.]+ … −[\d.]+$/);
  // From nothing: no percentage.
  expect(of('moved')).toMatchObject({ difference: '+1,005', verdict: 'worse' });
});
