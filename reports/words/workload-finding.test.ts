import { expect, test } from 'vitest';
import type { WorkloadStatistics } from '../../engine/documents/workload-statistics.ts';
import { sampleStatistics } from '../../test/report/sample-workload.ts';
import { workloadCaption, workloadFinding } from './workload-finding.ts';

const sample = sampleStatistics(100_000);
const popularity = (change: Partial<WorkloadStatistics['popularity']>): WorkloadStatistics => ({
  ...sample,
  popularity: { ...sample.popularity, ...change },
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('the finding says how few keys have half of the requests, and how many come once', () => {
  expect(plain(workloadFinding(sample))).toBe(
    'Half of the requests ask for 13 of 475 keys; 25 % of keys are asked for only once',
  );
  expect(plain(workloadFinding(popularity({ oneHitWonders: 0 })))).toBe(
    'Half of the requests ask for 13 of 475 keys, and every key is asked for again',
  );
  expect(plain(workloadFinding(popularity({ oneHitWonders: 475 })))).toBe(
    'No key is asked for twice: 475 one-hit wonders',
  );
  expect(workloadFinding(popularity({ keys: 1, keysOfHalf: 1, oneHitWonders: 0 }))).toBe(
    'All requests ask for one and the same key',
  );
});

test('the caption leaves out what there is none of', () => {
  expect(plain(workloadCaption(sample))).toMatch(
    /within 251 records of the last access\. Zipf's law with exponent 1\.00/,
  );
  const { reuse } = sample;
  const bare = { ...popularity({ zipf: null }), reuse: { ...reuse, reuses: 0, distance: null, compulsoryMisses: 9 } };
  expect(plain(workloadCaption(bare))).toBe(
    'The whole workload, whatever the cache: 100 % of requests are the first for their key, which a cache of any size misses.',
  );
});
