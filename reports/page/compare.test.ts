import { expect, test } from 'vitest';
import { sampleCompare } from '../../test/report/sample-compare.ts';
import { renderCompareReport } from './compare.ts';

/** The page without its script and its data: what a reader without scripts has. */
function readable(page: string): string {
  return page.replace(/<script[\s\S]*?<\/script>/g, '');
}

const sectionsOf = (page: string) => [...page.matchAll(/<section id="([^"]+)"/g)].map(match => match[1]);

test.each([
  ['three workloads', {}],
  ['one workload', { ratios: { zipf: { lru: 0.5, arc: 0.6 } } }],
  ['blocks of a trace', { samples: 'blocks' as const }],
  ['nothing different', { ratios: { zipf: { a: 0.5, b: 0.5 } }, noise: 0 }],
  ['eight variants', { ratios: { zipf: Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`v${i}`, i / 10])) } }],
])('the report of %s is whole and under a megabyte', async (_what, sample) => {
  const page = await renderCompareReport(sampleCompare(sample));
  expect(page.length).toBeLessThan(1_000_000);
  expect(readable(page)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  expect(readable(page)).toContain('npx tierlab compare');
});

test('the report has a map where there are several workloads, a section for each, differences and numbers', async () => {
  expect(sectionsOf(await renderCompareReport(sampleCompare()))).toEqual([
    'workloads',
    'metrics-1',
    'metrics-2',
    'metrics-3',
    'differences',
    'numbers',
  ]);
  const one = sampleCompare({ ratios: { zipf: { lru: 0.5, arc: 0.6 } } });
  expect(sectionsOf(await renderCompareReport(one))).toEqual(['metrics-1', 'differences', 'numbers']);
});

test('the table of differences has a row for each pair, with verdicts in words', async () => {
  const page = readable(await renderCompareReport(sampleCompare({ ratios: { zipf: { a: 0.5, b: 0.6, c: 0.6 } } })));
  const table = /<section id="differences"[\s\S]*?<\/section>/.exec(page)![0];
  expect(table.match(/<tr><th scope="row">/g)).toHaveLength(3);
  expect(table).toContain('better');
  expect(table).toContain('no real difference');
});
