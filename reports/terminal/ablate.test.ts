import { expect, test } from 'vitest';
import { sampleAblate } from '../../test/report/sample-ablate.ts';
import { summarizeAblate } from './ablate.ts';
import { waterfallBar } from './waterfall-bar.ts';

test('a bar spans from one value to the other, and a change too small for a column is a line', () => {
  expect(waterfallBar(0, 0.5, 8)).toBe('████');
  expect(waterfallBar(0.75, 0.25, 8)).toBe('  ████');
  expect(waterfallBar(0.5, 0.501, 8)).toBe('    │');
  expect(waterfallBar(1, 0.999, 8)).toBe('       │');
  expect(waterfallBar(0.3, 0.3, 8)).toBe('');
});

test('the summary of an ablation fits into 80 columns, whatever the metric', () => {
  for (const metric of ['hitRatio', 'latencyMeanMs', 'originFetches'] as const)
    for (const line of summarizeAblate(sampleAblate({ metric, start: 1_234 }), { reportPath: 'x' }).split('\n'))
      expect(line.length).toBeLessThanOrEqual(80);
});

test('it shows the ends, what each choice changes on average, first and last, and what has no effect', () => {
  const text = summarizeAblate(sampleAblate());
  expect(text.split('\n')[0]).toBe('zipf · 100,000 requests, seeds 1 to 10 · 5,000 keys · digest 3f9c2a17');
  expect(text).toMatch(/^ {2}reference +40\.00 % +█+$/m);
  expect(text).toMatch(/^ {2}demotion → after:with=a,long=… +\+30\.00 {2}\+45\.00 {2}\+15\.00 +█+$/m);
  expect(text).toMatch(/^ {2}residency → .* −5\.00 +−7\.50 +−2\.50 +[█│]+$/m);
  expect(text).toMatch(/^ {2}tierlab +77\.00 % +█+$/m);
  expect(text).toMatch(/^ {2}without effect: lifetime$/m);
  expect(text).toContain('average, points');
});
