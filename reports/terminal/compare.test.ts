import { expect, test } from 'vitest';
import { sampleCompare } from '../../test/report/sample-compare.ts';
import { summarizeCompare } from './compare.ts';

test('the summary of a comparison fits into 80 columns, however long names are', () => {
  const long = { 'a-very-long-name-of-a-variant-indeed': 0.5, 'another-very-long-name': 0.6, c: 0 };
  for (const sample of [{}, { ratios: { zipf: long } }, { ratios: { loop: { lru: 0, arc: 0.9 } } }])
    for (const line of summarizeCompare(sampleCompare(sample), { reportPath: 'results/x/report.html' }).split('\n'))
      expect(line.length).toBeLessThanOrEqual(80);
});

test('it says who is best, the means, real differences with intervals and verdicts, and the rest in a line', () => {
  const text = summarizeCompare(sampleCompare({ ratios: { zipf: { lru: 0.6, arc: 0.6, lirs: 0.65 } } }));
  expect(text.split('\n')[0]).toBe('zipf');
  expect(text.split('\n')[1]).toBe('100,000 requests · 5,000 keys · seeds 1 to 10 · 3 variants · digest 3f9c2a17');
  expect(text).toMatch(/^ {2}Mean latency is lowest with lirs, 2\.\d\d ms; the hit ratio/m);
  expect(text).toMatch(/^ {2}variant {2}hit ratio {5}mean {4}p99 {2}fetches {2}memory$/m);
  expect(text).toMatch(/^ {2}lru {8}6\d\.\d\d % {2}2\.\d+ ms {2}10 ms {3}3\d,\d{3} {3}1,600$/m);
  expect(text).toMatch(/^ {2}against lru, with 95 % intervals$/m);
  expect(text).toMatch(/^ {2}arc {3}moved +\+1,005 +\+1,00\d … \+1,00\d {2}worse$/m);
  expect(text).toMatch(/^ {8}no real difference in hit ratio, mean latency, origin fetches$/m);
  expect(text).toMatch(/^ {2}lirs {2}hit ratio +\+\d\.\d\d points +\+\d\.\d\d … \+\d\.\d\d {2}better$/m);
});

test('several workloads stand under a line that says how many, each with its own block', () => {
  const text = summarizeCompare(sampleCompare());
  expect(text).toMatch(/^3 workloads · digest 3f9c2a17\n\n {2}Mean latency is lowest with lirs on/);
  expect(text.match(/against lru/g)).toHaveLength(3);
});
