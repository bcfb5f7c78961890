import { describe, expect, test } from 'vitest';
import { sampleDiagnosis } from '../../test/report/sample-findings.ts';
import { sampleEstimates, sampleMrc } from '../../test/report/sample-mrc.ts';
import { sampleSim } from '../../test/report/sample-sim.ts';
import { bar } from './bar.ts';
import { summarizeMrc } from './mrc.ts';
import { summarizeSim } from './sim.ts';

const longest = (text: string) =>
  Math.max(
    ...text
      .split('\n')
      .filter(line => !line.includes('npm run'))
      .map(line => line.length),
  );

describe('a bar', () => {
  test('is exact to an eighth of a column', () => {
    expect(bar(0.5, 4)).toBe('██');
    // 0.3 × 4 columns = 1.2 columns = 9.6 eighths, rounded to 10: a whole one and two eighths.
    expect(bar(0.3, 4)).toBe('█▎');
  });

  test('shows something for something and nothing for nothing', () => {
    expect(bar(1e-9, 10)).toBe('▏');
    expect(bar(0, 10)).toBe('');
  });
});

describe('the summary of a simulation', () => {
  test('fits into 80 columns, commands aside, with few levels and with many', () => {
    for (const options of [{}, { levels: 8, partitions: true }, { levels: 1, windows: 9000, perWindow: 100_000 }])
      expect(longest(summarizeSim(sampleSim(options)))).toBeLessThanOrEqual(80);
  });

  test('says how many expired entries answered and what that cost, and of fetches which were begun twice', () => {
    const sample = sampleSim();
    const fetches = { delayedHits: 2_618, originFetches: 30_000, doubledFetches: 300, peakInFlight: 12 };
    const totals = { ...sample.totals, ...fetches, staleAnswers: 3_600, revalidations: 1_200 };
    const text = summarizeSim({ ...sample, totals }).replaceAll('\u00a0', ' ');
    expect(text).toMatch(
      /fetches {5}30,000, at most 12 at once; 10\.0 % of misses joined one; 1\.0 % were for data on its way already$/m,
    );
    expect(text).toMatch(/stale {7}3\.0 % of requests answered by expired entries, which 1,200 fetches renewed$/m);
    expect(text).toMatch(/^ {2}stale +– +– +3,600 +3\.0 % {2}█/m);
    expect(summarizeSim(sample)).not.toContain('stale');
  });

  test('names what was run, the headline against the flat LRU, every level and the report', () => {
    const text = summarizeSim(sampleSim(), { reportPath: 'results/x/report.html' });
    expect(text.split('\n')[0]).toBe('hot-warm-cold · 120,000 requests · 475 keys · seed 1 · preset tierlab');
    expect(text).toMatch(/hit ratio {3}78\.2 % {3}flat LRU 76\.1 % {3}digest 3f9c2a17/);
    expect(text).toMatch(/^ {2}L2 +150 +10m +26,923 +22\.4 % {2}█+/m);
    expect(text).toMatch(/^ {2}origin +– +– /m);
    expect(text).toMatch(
      /1 {2}L2 150 → 250\n {5}mean latency −13 % \[−14 … −12\], hit ratio \+2\.6 points \[2\.4 … 2\.9\], origin\n {5}fetches −12 % \[−13 … −11\], memory \+15 %\n {5}npm run sim/,
    );
    expect(text.endsWith('  report   results/x/report.html')).toBe(true);
  });

  test('says what prediction was good for, where there was one', () => {
    const text = summarizeSim(sampleSim({ prediction: true }));
    expect(text).toMatch(/^ {2}prediction {2}75\.0 % of what was fetched ahead was asked for; mean latency/m);
    expect(longest(text)).toBeLessThanOrEqual(80);
    expect(summarizeSim(sampleSim())).not.toContain('prediction');
  });

  test('says how busy the origin was where fetches take time, and how many misses found their data on its way', () => {
    const { totals, ...rest } = sampleSim();
    const busy = (delayedHits: number) =>
      summarizeSim({ ...rest, totals: { ...totals, misses: 20_000, delayedHits, peakInFlight: 1_234 } });
    expect(busy(3_000)).toMatch(/^ {2}fetches {5}[\d,]+, at most 1,234 at once; 15\.0 % of misses joined one$/m);
    expect(busy(0)).toMatch(/^ {2}fetches {5}[\d,]+, at most 1,234 at once$/m);
    expect(longest(busy(3_000))).toBeLessThanOrEqual(80);
    expect(summarizeSim(sampleSim())).not.toMatch(/^ {2}fetches/m);
  });

  test('says where the misses come from, where that was asked for', () => {
    const text = summarizeSim({ ...sampleSim(), diagnosis: sampleDiagnosis() });
    expect(text).toMatch(/^ {2}OPT would have hit +6,300 +63\.0 % {2}█+$/m);
    expect(text).toContain('of 400 promotions 25 % were undone');
    expect(text).toContain('keys that miss most: user:17 (80 of 90), user:18 (60 of 70)');
    expect(text).toContain('misses by data type: general (10 of 20,000)');
    expect(text).toContain('12 hits served data that was out of date');
    expect(longest(text)).toBeLessThanOrEqual(80);
    expect(summarizeSim(sampleSim())).not.toContain('why requests miss');
  });

  test('uses colour only where it is given a way to paint', () => {
    expect(summarizeSim(sampleSim())).not.toContain('\u001b');
    expect(summarizeSim(sampleSim(), { paint: (style, text) => `<${style}>${text}</>` })).toContain('<red>█');
  });

  test('says when the accounting does not balance', () => {
    const document = { ...sampleSim(), checks: [{ law: 'requests = hits + misses', holds: false }] };
    expect(summarizeSim(document)).toContain('the accounting does not balance: requests = hits + misses');
  });

  test('lets no name steer the terminal', () => {
    expect(summarizeSim(sampleSim({ title: 'evil\u001b[2J\nname' }))).not.toContain('\u001b');
  });

  test('is whole when nothing hits and when nothing misses', () => {
    expect(summarizeSim(sampleSim({ hits: 'none' }))).toMatch(/L1 .* 0 %$/m);
    expect(summarizeSim(sampleSim({ hits: 'all' }))).toMatch(/origin .* 0 %$/m);
  });
});

describe('the summary of miss-ratio curves', () => {
  test('fits into 80 columns and wraps sizes into blocks', () => {
    const text = summarizeMrc(sampleMrc());
    expect(longest(text)).toBeLessThanOrEqual(80);
    expect(text.match(/^ {2}policy /gm)!.length).toBe(2);
    for (const size of ['100', '1,500', '20,000']) expect(text).toContain(size);
  });

  test('marks the lowest miss ratio of each size, OPT aside', () => {
    const text = summarizeMrc(sampleMrc(['lru', 'opt'], [100, 1000]));
    expect(text.match(/^ {2}lru .*%\*.*%\*$/m)).not.toBeNull();
    expect(text.match(/^ {2}opt .*\*/m)).toBeNull();
  });

  test('sets a bound aside like OPT, whatever it is called', () => {
    const { rows, ...rest } = sampleMrc(['lru', 'opt:bypass=true', 'below'], [100, 1000]);
    const text = summarizeMrc({
      ...rest,
      rows: rows.map(row => (row.policy === 'below' ? { ...row, missRatio: 0.01, bound: true as const } : row)),
    });
    expect(text).toContain('* marks the lowest, opt and below aside');
    expect(text.match(/^ {2}lru .*%\*.*%\*$/m)).not.toBeNull();
    expect(text.match(/^ {2}below .*\*/m)).toBeNull();
  });
});

describe('the summary of estimates', () => {
  const text = summarizeMrc(sampleEstimates(['lru', 'sieve'], [100, 1_000]));

  test('says so, and puts half the interval below each miss ratio that was not counted', () => {
    const lines = text.split('\n');
    expect(text).toMatch(/^ {2}\w+ misses .*\(estimated\)$/m);
    expect(text).toContain('Estimated from 1 % of the keys (mini:rate=0.01), ± is a 95 % interval;');
    const at = lines.findIndex(line => line.startsWith('  lru '));
    // The smaller size was counted. The sign stands under the last digits of the larger one's miss ratio.
    const decimalPoint = lines[at]!.lastIndexOf('.');
    expect(lines[at + 1]).toMatch(/^ +±2\.1$/);
    expect(lines[at + 1]!.lastIndexOf('.')).toBe(decimalPoint);
  });

  test('fits into 80 columns', () => {
    expect(longest(summarizeMrc(sampleEstimates()))).toBeLessThanOrEqual(80);
  });
});
