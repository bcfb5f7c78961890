import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { sampleCompare } from '../../test/report/sample-compare.ts';
import { comparisonDrawings } from './comparison-charts.ts';
import { heatMapChart } from './heat-map.ts';
import { intervalDotsChart } from './interval-dots.ts';

const frame = (width: number) => ({ document: parseHTML('<!doctype html><body></body>').document, width, tips: false });
const texts = (svg: Element) => [...svg.querySelectorAll('text')].map(each => each.textContent);

test('a chart stands for each metric in which variants differ, and a map where there are several workloads', () => {
  const names = (document = sampleCompare()) => comparisonDrawings(document).map(([name]) => name);
  const metrics = ['hitRatio', 'latencyMeanMs', 'originFetches', 'moved'];
  expect(names()).toEqual([
    ...[0, 1, 2].flatMap(workload => metrics.map(metric => `dots-${workload}-${metric}`)),
    'heat-latencyMeanMs',
    'heat-hitRatio',
  ]);
  expect(names(sampleCompare({ ratios: { zipf: { a: 0.5, b: 0.6 } } })).some(name => name.startsWith('heat'))).toBe(
    false,
  );
});

describe('dots with intervals', () => {
  const dots = [
    { name: 'near', mean: 2, low: 1.5, high: 2.5 },
    { name: 'far', mean: 4, low: 3.9, high: 4.1 },
  ];
  const svg = intervalDotsChart({ dots, label: 'time, ms', scale: 1, say: value => `${value} ms` }, frame(540));

  test('lie where their means are, on lines as long as their intervals', () => {
    const [near, far] = [...svg.querySelectorAll('circle')].map(each => Number(each.getAttribute('cx')));
    const lines = [...svg.querySelectorAll('[data-mark="rule"] line')].slice(-2);
    const [first, second] = lines.map(each => Number(each.getAttribute('x2')) - Number(each.getAttribute('x1')));
    // 1 ms wide beside 0.2 ms, and the means lie 2 ms apart.
    expect(first! / second!).toBeCloseTo(5, 1);
    expect((far! - near!) / first!).toBeCloseTo(2, 1);
  });

  test('say their names and values, and all of it to those who do not see', () => {
    expect(texts(svg)).toEqual(expect.arrayContaining(['near', 'far', '2 ms', '4 ms', 'time, ms']));
    expect(svg.getAttribute('aria-label')).toBe(
      'time, ms, with 95 % intervals: near 2 ms (1.5 ms to 2.5 ms), far 4 ms (3.9 ms to 4.1 ms).',
    );
  });
});

describe('a heat map', () => {
  const cell = (row: string, column: string, value: number, plain = false) => ({
    row,
    column,
    value,
    text: `${value}`,
    plain,
    hint: '',
  });
  const cells = [
    cell('zipf', 'arc', 4),
    cell('zipf', 'lirs', -2),
    cell('loop', 'arc', 0.5, true),
    cell('loop', 'lirs', 1),
  ];
  const map = { rows: ['zipf', 'loop'], columns: ['arc', 'lirs'], cells, what: 'hit ratio' };

  test('tints what is better and what is worse by how much, and not at all what is no real difference', () => {
    const svg = heatMapChart(map, frame(540));
    const tints = [...svg.querySelectorAll('rect')].map(each => [
      each.getAttribute('fill'),
      Number(each.getAttribute('fill-opacity') ?? 1),
    ]);
    expect(tints[0]).toEqual(['var(--policy-1)', 0.55]);
    expect(tints[1]![0]).toBe('var(--policy-2)');
    expect(tints[1]![1]).toBeCloseTo(0.08 + 0.47 / 2, 6);
    expect(tints[2]).toEqual(['var(--grid)', 1]);
    expect(tints[3]![1]).toBeLessThan(Number(tints[1]![1]));
    expect(texts(svg)).toEqual(expect.arrayContaining(['zipf', 'loop', 'arc', 'lirs', '4', '-2', '0.5', '1']));
  });

  test('slants the names of columns that do not fit side by side', () => {
    const columns = Array.from({ length: 8 }, (_, i) => `a-long-name-${i}`);
    const wide = { ...map, columns, cells: columns.map(column => cell('zipf', column, 1)) };
    expect(heatMapChart(wide, frame(640)).outerHTML).toContain('rotate(-36)');
    expect(heatMapChart(map, frame(342)).outerHTML).not.toContain('rotate(-36)');
  });

  test('exchanges rows and columns where the numbers would not fit, and leaves them out where they fit neither way', () => {
    const columns = Array.from({ length: 8 }, (_, i) => `name-${i}`);
    const told = (rows: readonly string[], width: number) => {
      const all = rows.flatMap(row => columns.map(column => ({ ...cell(row, column, 1), text: '+12.34' })));
      const found = texts(heatMapChart({ rows, columns, cells: all, what: 'x' }, frame(width)));
      return {
        numbers: found.filter(each => each === '+12.34').length,
        first: found.filter(each => each !== '+12.34')[0],
      };
    };
    expect(told(['zipf', 'loop'], 900)).toEqual({ numbers: 16, first: 'name-0' });
    expect(told(['zipf', 'loop'], 342)).toEqual({ numbers: 16, first: 'zipf' });
    expect(told(columns, 342).numbers).toBe(0);
  });
});
