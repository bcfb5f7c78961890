import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { sampleAblate } from '../../test/report/sample-ablate.ts';
import { ablationChart } from './ablation-chart.ts';
import { isCloseUp, waterfallChart } from './waterfall.ts';

const frame = (width: number) => ({ document: parseHTML('<!doctype html><body></body>').document, width, tips: false });
const end = (name: string, value: number) => ({ name, value, label: `${value}` });
const step = (name: string, change: number) => ({ name, change, label: `${change}`, better: change > 0 });

const waterfall = { from: end('a', 4), to: end('b', 5), steps: [step('up', 3), step('down', -2)], what: 'hits' };
const svg = waterfallChart(waterfall, frame(900));

test('each bar begins where the one above it ends, and whole bars begin at zero', () => {
  const bars = [...svg.querySelectorAll('[data-mark="bar"] rect')].map(bar => {
    const [x, width] = [Number(bar.getAttribute('x')), Number(bar.getAttribute('width'))];
    return { low: x, high: x + width, fill: bar.getAttribute('fill') };
  });
  const [from, up, down, to] = bars;
  expect(up!.low).toBeCloseTo(from!.high, 6);
  expect(down!.high).toBeCloseTo(up!.high, 6);
  expect(down!.low).toBeCloseTo(to!.high, 6);
  expect(to!.low).toBeCloseTo(from!.low, 6);
  // 4 and 5 from zero.
  expect((to!.high - to!.low) / (from!.high - from!.low)).toBeCloseTo(5 / 4, 6);
  expect(bars.map(each => each.fill)).toEqual([
    ...['var(--origin)', 'var(--policy-1)', 'var(--policy-2)', 'var(--origin)'],
  ]);
});

test('changes that are small beside the ends are shown alone, the ends as dots', () => {
  const small = { ...waterfall, from: end('a', 100), to: end('b', 103), steps: [step('up', 4), step('down', -1)] };
  expect([isCloseUp(small), isCloseUp(waterfall)]).toEqual([true, false]);
  const picture = waterfallChart(small, frame(900));
  const widths = [...picture.querySelectorAll('[data-mark="bar"] rect')].map(bar => Number(bar.getAttribute('width')));
  expect(widths[0]).toBeCloseTo(0, 6);
  expect(widths[1]! / widths[2]!).toBeCloseTo(4, 6);
  // The changes span 4, and the picture a quarter more.
  expect(widths[1]).toBeGreaterThan(500);
  expect(picture.querySelectorAll('[data-mark="dot"] circle')).toHaveLength(2);
  expect(svg.querySelectorAll('[data-mark="dot"] circle')).toHaveLength(0);
});

test('every bar says its name and its value, also to those who do not see', () => {
  const texts = [...svg.querySelectorAll('text')].map(each => each.textContent);
  expect(texts).toEqual(expect.arrayContaining(['a', 'up', 'down', 'b', '4', '3', '-2', '5']));
  expect(svg.getAttribute('aria-label')).toBe('hits: a 4; up 3; down -2; b 5.');
});

test('two bars of one name stand in rows of their own, and on a telephone names stand above bars', () => {
  const twice = waterfallChart({ ...waterfall, to: end('a', 5) }, frame(342));
  expect(twice.querySelectorAll('[data-mark="bar"] rect')).toHaveLength(4);
  expect(Number(twice.getAttribute('height'))).toBeGreaterThan(Number(svg.getAttribute('height')));
});

test('of an ablation it shows what changes anything', () => {
  const label = ablationChart(sampleAblate(), frame(900)).getAttribute('aria-label')!.replaceAll('\u00a0', ' ');
  expect(label).toContain('hit ratio: reference 40.00 %; demotion → after');
  expect(label).toContain('+30.00 points');
  expect(label).not.toContain('lifetime');
});
