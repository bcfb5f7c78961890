import { expect, test } from 'vitest';
import { sampleTune, type TuneSample } from '../../test/report/sample-tune.ts';
import { renderTuneReport } from './tune.ts';

/** The page without its script and its data: what a reader without scripts has. */
function readable(page: string): string {
  return page.replace(/<script[\s\S]*?<\/script>/g, '');
}

const sectionsOf = (page: string) => [...page.matchAll(/<section id="([^"]+)"/g)].map(match => match[1]);

const cases: [string, TuneSample][] = [
  ['an ordinary tuning', { evaluations: 200 }],
  ['nothing gained', { gain: { seen: 0.2, unseen: -0.1 } }],
  ['a recording', { unseen: 'later part' }],
  ['a cost', { objective: 'cost', budget: { prices: [0.5, 0.1, 0.02], fetchPrice: 4 } }],
  ['money for all', { budget: { prices: [4, 2, 1], total: { kind: 'cost', value: 5000 } }, objective: 'hitRatio' }],
  ['bytes', { levels: 'hot=1MiB/5m/lru,cold=8MiB/30m/lru', objective: 'originFetches' }],
  ['one level', { levels: 'L1=100/-/lru', objective: 'p99' }],
  ['no time at all', { rounds: 0 }],
  ['one round', { rounds: 1 }],
  ['everything given', { given: { residency: 'unified:policy=lirs', promotion: 'never', placement: 'top' } }],
];

test.each(cases)('the report of %s is whole and under a megabyte', async (_what, sample) => {
  const page = await renderTuneReport(await sampleTune(sample));
  expect(page.length).toBeLessThan(1_000_000);
  expect(readable(page)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  expect(readable(page)).toContain('npx tierlab tune');
});

test('the report has its sections in order, and none with nothing to show', async () => {
  const sections = async (sample: TuneSample) => sectionsOf(await renderTuneReport(await sampleTune(sample)));
  expect(await sections({})).toEqual(['unseen', 'front', 'sensitivity', 'evaluated', 'numbers']);
  expect(await sections({ rounds: 0 })).toEqual(['unseen', 'numbers']);
});

test('every configuration that was looked at with all requests is a line, and a row of the table', async () => {
  const document = await sampleTune();
  const page = readable(await renderTuneReport(document));
  const whole = document.evaluations.filter(each => each.kind === 'whole' && each.stage !== 'less room');
  const chart = /data-chart="parallel-coordinates">[\s\S]*?<\/svg>/.exec(page)![0];
  expect(chart.match(/<path /g)).toHaveLength(whole.length);
  expect(page).toContain(`${document.evaluations.length} rows`);
});
