import { describe, expect, test } from 'vitest';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { sampleSim } from '../../test/report/sample-sim.ts';
import { pivot } from './pivot.ts';
import { simTables } from './sim-tables.ts';
import { toCsv } from './table.ts';

describe('a CSV file', () => {
  test('quotes what needs quotes and leaves numbers whole', () => {
    const columns = [
      { name: 'policy', format: 'text' },
      { name: 'hit ratio', format: 'ratio' },
    ] as const;
    const rows = [
      ['a,b', 1 / 3],
      ['say "hi"', null],
    ];
    expect(toCsv({ id: 'x', title: 'x', columns, rows })).toBe(
      'policy,hit ratio\r\n"a,b",0.3333333333333333\r\n"say ""hi""",\r\n',
    );
  });
});

describe('the tables of a simulation', () => {
  test('have a cell for every column, and none is empty', () => {
    const tables = simTables(sampleSim({ partitions: true }));
    expect(tables.map(table => table.id)).toContain('partitions');
    expect(tables.find(table => table.id === 'utility')?.rows.map(([name]) => name)).toEqual([
      'features',
      'model',
      'general',
    ]);
    for (const { columns, rows } of tables) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  test('show latency by data type where the workload has types', () => {
    const sample = sampleSim();
    const tables = (latencyByType: SimDocument['latencyByType']) =>
      simTables({ ...sample, ...(latencyByType && { latencyByType }) }).filter(table => table.id === 'latency-by-type');
    const { hit: _hit, miss: _miss, ...latencyMs } = sample.latencyMs;
    const rows = tables([{ name: 'model', requests: 7, latencyMs }])[0]!.rows;
    expect(rows).toEqual([['model', 7, ...Object.values(latencyMs)]]);
    expect(tables(undefined)).toEqual([]);
  });

  test('leave out what a run does not have', () => {
    const ids = simTables(sampleSim({ curve: false, moves: false, latency: false })).map(table => table.id);
    for (const absent of ['partitions', 'curves', 'moves', 'replications', 'latency-histogram'])
      expect(ids).not.toContain(absent);
  });
});

test('a pivot marks the least misses of each size among policies that do not know the future', () => {
  const row = (policy: string, capacity: number, missRatio: number) => ({
    policy,
    capacity,
    unit: 'entries' as const,
    requests: 100,
    hits: 100 * (1 - missRatio),
    misses: 100 * missRatio,
    hitRatio: 1 - missRatio,
    missRatio,
    evictions: 0,
  });
  const { sizes, lines } = pivot([row('lru', 20, 0.4), row('lru', 10, 0.5), row('arc', 10, 0.6), row('opt', 10, 0.1)]);
  expect(sizes).toEqual([10, 20]);
  expect(lines.map(({ policy, cells }) => [policy, ...cells.map(cell => cell?.best ?? null)])).toEqual([
    ['lru', true, true],
    ['arc', false, null],
    ['opt', false, null],
  ]);
});
