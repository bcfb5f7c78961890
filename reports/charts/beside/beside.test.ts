import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { type SampleOptions, sampleSim } from '../../../test/report/sample-sim.ts';
import { answersBeside } from './answers.ts';
import { hitRatioBeside } from './hit-ratio.ts';
import { latencyBeside } from './latency.ts';

const frame = (width: number) => ({ document: parseHTML('<html><body></body></html>').document, width, tips: false });
const side = (label: string, options: SampleOptions) => ({ ...sampleSim(options), label });
const label = (svg: SVGSVGElement | null) => svg!.getAttribute('aria-label')!.replaceAll('\u00a0', ' ');

describe('two caches beside each other', () => {
  const before = side('report', { levels: 2 });
  const after = side('now', { levels: 4 });

  test('are drawn as two whole bars, each divided among who answers', () => {
    const drawn = answersBeside({ before, after }, frame(600));
    const bars = [...drawn.querySelectorAll('[data-mark="bar"] rect')].map(bar => ({
      x: Number(bar.getAttribute('x')),
      width: Number(bar.getAttribute('width')),
      y: bar.getAttribute('y')!,
    }));
    // L1, L2, origin; and L1 to L4, origin.
    expect(bars).toHaveLength(8);
    const rows = [...new Set(bars.map(bar => bar.y))];
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      const of = bars.filter(bar => bar.y === row);
      // One pixel after each bar lets the page through.
      const whole = of.reduce((sum, bar) => sum + bar.width + 1, 0);
      expect(whole).toBeGreaterThan(500);
      expect(Math.abs(Math.max(...of.map(bar => bar.x + bar.width)) + 1 - 600)).toBeLessThan(1);
    }
    expect(label(drawn)).toMatch(/report, L1 \d+\.\d %, L2 .*; now, L1 .*L4 /);
  });

  test('have a line each over time, the axis no wider than they need', () => {
    const drawn = hitRatioBeside({ before, after }, frame(600));
    expect(drawn.querySelectorAll('[data-mark="line"] path')).toHaveLength(2);
    expect(label(drawn)).toContain('report');
  });

  test('have a ring and a dot for each measure of latency', () => {
    const drawn = latencyBeside({ before, after }, frame(600))!;
    const rings = drawn.querySelectorAll('[data-mark="dot"] circle');
    expect(rings).toHaveLength(10);
    expect(label(drawn)).toMatch(/^Latency, report and now: mean [\d.]+ ms and [\d.]+ ms, p50/);
  });

  test('without latencies have no picture of them', () => {
    const still = side('report', { latency: false });
    expect(latencyBeside({ before: still, after: still }, frame(600))).toBeNull();
  });

  test.each<SampleOptions>([{ hits: 'none' }, { hits: 'all' }, { windows: 1 }, { partitions: true }])(
    'are drawn without a number that is none, for %o at 280 pixels',
    options => {
      const sides = { before: side('report', options), after };
      for (const draw of [answersBeside, hitRatioBeside, latencyBeside])
        expect(draw(sides, frame(280))?.outerHTML ?? '').not.toMatch(/NaN|Infinity|undefined/);
    },
  );
});
