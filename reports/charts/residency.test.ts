import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { ResidencyMap } from '../../engine/documents/workload-statistics.ts';
import { sampleSim } from '../../test/report/sample-sim.ts';
import { residencyFinding } from '../words/residency-finding.ts';
import { type ResidencyData, residencyChart } from './residency.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Four windows of a thousand requests through three levels. */
function data(...rows: string[]): ResidencyData {
  const residencyMap: ResidencyMap = { keys: rows.map((places, i) => ({ rank: i + 1, requests: 9 - i, places })) };
  return { ...sampleSim({ windows: 4, phases: false }), residencyMap };
}

function lines(picture: ResidencyData): Record<string, string> {
  const svg = residencyChart(picture, { document, width: 600, tips: false });
  return Object.fromEntries(
    [...svg.querySelectorAll('path[stroke^="var(--level"]')].map(path => [
      path.getAttribute('stroke')!.slice(6, -1),
      path.getAttribute('d')!,
    ]),
  );
}

test('a stretch of windows in one place is one line in its row, in the colour of the place', () => {
  // A window is one wide and a row one high; lines run along the middle of the row.
  expect(lines(data('0011', '.0.0'))).toEqual({ 'level-1': 'M0 0.5h2M1 1.5h1m1 0h1', 'level-2': 'M2 0.5h2' });
});

test('the last window, where it is shorter, is drawn as short as it is', () => {
  const picture = data('0000');
  const series = picture.series.map((point, i) => (i === 3 ? { ...point, requests: 250 } : point));
  expect(lines({ ...picture, series })).toEqual({ 'level-1': 'M0 0.5h3.25' });
});

describe('the finding', () => {
  // Four looks at each key: the percentages are of 4 or 8.
  test.each([
    [1, data('0000'), 'The key that has half of the requests lies in L1 100 % of the time'],
    [1, data('00..'), 'The key that has half of the requests lies in L1 50 % of the time, and nowhere 50 %'],
    [
      1,
      data('0001'),
      'The key that has half of the requests lies in L1 75 % of the time, and always somewhere in the cache',
    ],
    [
      2,
      data('1111', '2.1.', '0000'),
      'The keys that have half of the requests (ranks 1 to 2) lie in L2 63 % of the time, and 75 % somewhere in the cache',
    ],
    [
      1,
      data('0.1.'),
      'The key that has half of the requests lies in the cache 50 % of the time, most often in L1 (25 %)',
    ],
    [1, data('....', '0000'), 'The key that has half of the requests lies nowhere at the end of any window'],
  ])('of the keys to rank %i says where they mostly lie (%#)', (keysOfHalf, picture, expected) => {
    expect(residencyFinding(picture, keysOfHalf).replaceAll('\u00a0', ' ')).toBe(expected);
  });
});
