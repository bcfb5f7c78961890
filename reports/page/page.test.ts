import { describe, expect, test } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { synthesize } from '../../engine/synthesize.ts';
import { sampleDiagnosis } from '../../test/report/sample-findings.ts';
import { sampleEstimates, sampleMrc } from '../../test/report/sample-mrc.ts';
import { type SampleOptions, sampleSim } from '../../test/report/sample-sim.ts';
import { renderMrcReport } from './mrc.ts';
import { renderSimReport } from './sim.ts';

const NOTHING_FOREIGN = { replayed: {}, foreign: { plugins: [], samples: [] }, paths: {} };
const MEGABYTE = 1_000_000;

/** The page without its script and its data: what a reader without scripts has. */
function readable(page: string): string {
  return page.replace(/<script[\s\S]*?<\/script>/g, '');
}

const sectionsOf = (page: string) => [...page.matchAll(/<section id="([^"]+)"/g)].map(match => match[1]);

describe('the report of a simulation', () => {
  const odd: [string, SampleOptions][] = [
    ['an ordinary run', {}],
    ['one level', { levels: 1 }],
    ['eight levels', { levels: 8 }],
    ['partitions', { partitions: true }],
    ['no hit at all', { hits: 'none' }],
    ['no miss at all', { hits: 'all' }],
    ['a single window', { windows: 1 }],
    ['no latency', { latency: false }],
    ['no suggestion, no curve, no move', { suggestions: false, curve: false, moves: false }],
    ['two hundred windows of a thousand million requests', { windows: 200, perWindow: 1e9 }],
  ];
  test.each(odd)('is whole and under a megabyte with %s', async (_what, options) => {
    const page = await renderSimReport(sampleSim(options));
    expect(page.length).toBeLessThan(MEGABYTE);
    expect(readable(page)).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(page).toMatch(/^<!doctype html>/);
  });

  test('has all sections in their order', async () => {
    const page = await renderSimReport(sampleSim());
    expect(sectionsOf(page)).toEqual([
      'suggestions',
      'where',
      'time',
      'latency',
      'size',
      'residency',
      'workload',
      'numbers',
    ]);
  });

  test('leaves out the sections that would have nothing to show', async () => {
    const sections = async (options: SampleOptions) => sectionsOf(await renderSimReport(sampleSim(options)));
    expect(await sections({ suggestions: false })).not.toContain('suggestions');
    expect(await sections({ curve: false })).not.toContain('size');
    expect(await sections({ windows: 1 })).not.toContain('time');
    expect(await sections({ hits: 'none' })).not.toContain('time');
    expect(await sections({ latency: false })).not.toContain('latency');
    expect(await sections({ pictures: false })).not.toContain('residency');
    expect(await sections({ pictures: false })).not.toContain('workload');
    expect(await sections({ windows: 1 })).not.toContain('residency');
  });

  test('draws the bands of the flow as thick as their shares', async () => {
    const sample = sampleSim({ levels: 2, moves: false });
    const page = readable(await renderSimReport(sample));
    const wide = /<div class="wide">([\s\S]*?)<\/div>/.exec(page)![1]!;
    const heights = [...wide.matchAll(/<rect[^>]*class="flow-end"[^>]*>/g)].map(match =>
      Number(/ height="([\d.]+)"/.exec(match[0])![1]),
    );
    // Drawn from the last to the first; each block gives one pixel to the line between bands.
    const [origin, l2, l1] = heights.map(height => height + 1);
    const { requests, misses } = sample.totals;
    expect(l1! / origin!).toBeCloseTo(sample.levels[0]!.hits / misses, 1);
    expect(l1! + l2! + origin!).toBeCloseTo(260, 0);
    expect(l1! / 260).toBeCloseTo(sample.levels[0]!.hits / requests, 2);
  });

  test('says where the misses come from, where that was asked for', async () => {
    const page = await renderSimReport({ ...sampleSim(), diagnosis: sampleDiagnosis() });
    expect(sectionsOf(page)).toContain('misses');
    expect(page.replaceAll('\u00a0', ' ')).toContain(
      '63.0 % of the misses would have been hits of OPT in the same room',
    );
    expect(page.replaceAll('<wbr>', '')).toContain('user:17');
    expect(sectionsOf(await renderSimReport(sampleSim()))).not.toContain('misses');
  });

  test('shows who waited and who got old data, where anybody did', async () => {
    const sample = sampleSim();
    const page = await renderSimReport({ ...sample, totals: { ...sample.totals, delayedHits: 12, staleHits: 3 } });
    expect(sectionsOf(page)).toContain('waiting');
    expect(page).toContain('waited for a fetch under way');
    expect(page).toContain('hit on data out of date');
    expect(page).not.toContain('expired, answered at once');
    expect(sectionsOf(await renderSimReport(sample))).not.toContain('waiting');
  });

  test('warns above all numbers when the accounting does not balance', async () => {
    const page = await renderSimReport({ ...sampleSim(), checks: [{ law: 'hits + misses', holds: false }] });
    expect(page).toContain('role="alert"');
    expect(page.indexOf('role="alert"')).toBeLessThan(page.indexOf('class="figures"'));
  });

  test('shows the range over the seeds of a replicated run', async () => {
    const sample = sampleSim();
    const replications = [0.78, 0.79].map((hitRatio, i) => ({
      seed: i + 1,
      totals: { ...sample.totals, hitRatio },
      latencyMeanMs: 1,
    }));
    const page = await renderSimReport({ ...sample, replications });
    expect(page.replaceAll('\u00a0', ' ')).toContain('2 seeds: 78.0 % to 79.0 %');
  });

  test('allows no script but its own, and nothing from elsewhere', async () => {
    const page = await renderSimReport(sampleSim());
    expect(page).toMatch(/default-src &#39;none&#39;; script-src &#39;sha256-/);
    expect(readable(page)).not.toMatch(/(src|href)="https?:/);
  });

  test('has a laboratory, and may start its thread, only where it was given what was replayed', async () => {
    const requests = synthesize('zipf:keys=500', { requests: 2_000 });
    const configuration = resolveConfiguration({}, { keys: 500, bytes: null });
    const run = {
      requests,
      gets: 2_000,
      configuration,
      defaults: undefined,
      spec: 'zipf:keys=500',
      seed: 1,
      warmup: 0,
    };
    const page = await renderSimReport(sampleSim(), { ...run, ...NOTHING_FOREIGN });
    expect(page.length).toBeLessThan(MEGABYTE);
    expect(sectionsOf(page)).toContain('what-if');
    expect(page).toContain('worker-src blob:');
    const without = await renderSimReport(sampleSim());
    expect(sectionsOf(without)).not.toContain('what-if');
    expect(without).not.toContain('worker-src');
    expect(without.length).toBeLessThan(page.length - 80_000);
  });

  test('is the same page for the same document', async () => {
    expect(await renderSimReport(sampleSim())).toBe(await renderSimReport(sampleSim()));
  });
});

describe('the report of miss-ratio curves', () => {
  test('holds the curves and every number', async () => {
    const page = await renderMrcReport(sampleMrc());
    expect(page.length).toBeLessThan(MEGABYTE);
    expect(sectionsOf(page)).toEqual(['curves', 'spared', 'shapes', 'numbers']);
    expect(readable(page)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test.each([
    ['a single size', sampleMrc(undefined, [1000])],
    ['a single policy', sampleMrc(['sieve'])],
    ['OPT alone', sampleMrc(['opt'])],
    ['estimates', sampleEstimates()],
    ['estimates at a single size', sampleEstimates(undefined, [1000])],
    ['twenty policies', sampleMrc(Array.from({ length: 20 }, (_, i) => `random:seed=${i}`))],
    ['no rows', { ...sampleMrc(), rows: [] }],
  ])('is whole with %s', async (_what, document) => {
    const page = await renderMrcReport(document);
    expect(page.length).toBeLessThan(MEGABYTE);
    expect(readable(page)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test('says of estimates from how much they are, and gives their intervals in words, numbers and picture', async () => {
    const page = readable(await renderMrcReport(sampleEstimates(['lru', 'sieve'], [100, 1_000]))).replaceAll(
      '\u00a0',
      ' ',
    );
    expect(page).toContain(
      'Estimated from 1 % of the keys (mini:rate=0.01), ± is a 95 % interval; 2 of 4 points are counted.',
    );
    // 2.04 points, rounded up: one of each policy in the grid.
    expect(page.match(/±2\.1/g)).toHaveLength(2);
    // The band around a curve is the only thing so pale.
    expect(page).toContain('fill-opacity="0.15"');
    expect(readable(await renderMrcReport(sampleMrc()))).not.toMatch(/stimate|fill-opacity="0.15"/);
  });

  test('writes bytes as bytes', async () => {
    const sample = sampleMrc();
    const rows = sample.rows.map(row => ({ ...row, unit: 'bytes' as const, capacity: row.capacity * 1024 }));
    expect(await renderMrcReport({ ...sample, rows })).toContain('100\u00a0KiB');
  });
});
