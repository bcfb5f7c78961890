import { expect, test } from 'vitest';
import { sampleAblate } from '../../test/report/sample-ablate.ts';
import { renderAblateReport } from './ablate.ts';

/** The page without its script and its data: what a reader without scripts has. */
function readable(page: string): string {
  return page.replace(/<script[\s\S]*?<\/script>/g, '');
}

test.each([
  ['hit ratios', {}],
  ['latencies', { metric: 'latencyMeanMs' as const, start: 3 }],
  ['counts from nothing', { metric: 'moved' as const, start: 0, steps: { promotion: 5, demotion: 7 } }],
  ['nothing that changes', { steps: { promotion: 0 } }],
])('the report of an ablation of %s is whole and under a megabyte', async (_what, sample) => {
  const page = await renderAblateReport(sampleAblate(sample));
  expect(page.length).toBeLessThan(1_000_000);
  expect(readable(page)).not.toMatch(/NaN|undefined|Infinity|\[object/);
});

test('it has the waterfall, the effects by order with what must come before, and the numbers', async () => {
  const page = await renderAblateReport(sampleAblate());
  expect([...page.matchAll(/<section id="([^"]+)"/g)].map(match => match[1])).toEqual([
    'waterfall',
    'effects',
    'numbers',
  ]);
  const effects = /<section id="effects"[\s\S]*?<\/section>/.exec(readable(page))![0];
  expect(effects.match(/<tr><th scope="row">/g)).toHaveLength(4);
  expect(effects).toContain('after inclusion');
});
