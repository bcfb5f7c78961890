import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ExperimentDocument } from '../../engine/documents/experiment.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { querySchema } from '../../scripts/schemas/query.ts';
import { inThisProcess, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

/** One level of ten entries, with one more and one less, and with fifty. */
const SIZED = ['--preset', 'flat', '--levels', 'L1=10', '--sizes', '50', '--more', '1'];

beforeAll(async () => {
  process.chdir(cwd);
  writeFileSync(
    'two.yaml',
    'workload: [zipf:keys=90]\nrequests: 500\nseeds: 2\nsizes: [9, 30]\npresets: [tierlab, flat]\n',
  );
  for (const args of [
    ['experiment', 'two.yaml', '--out', 'results/two'],
    ['sim', '-w', 'loop:keys=50', '-n', '200', '--out', "results/of one's own/deep", '--suggest', 'off'],
    ['sim', '-w', 'zipf:keys=50', '-n', '300', '--preset', 'flat', '--out', 'results/flat', '--suggest', 'off'],
    ['mrc', '-w', 'loop:keys=50', '-n', '200', '--policies', 'lru', '--sizes', '10,50', '--out', 'results/curve'],
    ['mrc', '--per-level', '-w', 'loop:keys=50', '-n', '200', ...SIZED, '--out', 'results/sizes'],
    ['compare', '-w', 'loop:keys=50', '-n', '200', '--presets', 'tierlab,flat', '--seeds', '2', '--out', 'results/cmp'],
  ])
    expect(await inThisProcess([...args, '--quiet', '--no-report'])).toMatchObject({ status: 0, stderr: '' });
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

const read = <Document>(directory: string): Document => JSON.parse(readFileSync(`${directory}/result.json`, 'utf8'));

async function rowsOf(sql: string, ...more: string[]): Promise<unknown[][]> {
  const { status, stdout, stderr } = await inThisProcess(['query', sql, '--json', ...more]);
  expect([status, stderr]).toEqual([0, '']);
  return querySchema.parse(JSON.parse(stdout)).rows;
}

describe('a query', () => {
  it('asks cells of experiments, a row for each run', async () => {
    const { cells, variants } = read<ExperimentDocument>('results/two');
    const rows = await rowsOf(
      'select variant, size, seed, hitRatio, originFetches from cells order by size, variant, seed',
    );
    const key = (row: readonly unknown[]) => row.join(' ');
    expect(rows.map(key).sort()).toEqual(
      cells.map(each => key([each.variant, each.size, each.seed, each.hitRatio, each.originFetches])).sort(),
    );
    const means = await rowsOf("select avg(latencyMeanMs) from cells where variant = 'flat' and size = '30'");
    expect(means[0]![0]).toBeCloseTo(variants[3]!.metrics.latencyMeanMs!.mean, 12);
  });

  it('may be several statements, of which the last one answers', async () => {
    const sql = 'create table best as select max(hitRatio) as most from cells; select count(*) from best;';
    expect(await rowsOf(sql)).toEqual([[1]]);
  });

  it('asks documents and their lists, each with its directory', async () => {
    const own = read<SimDocument>("results/of one's own/deep");
    const sql = 'select directory, workload.spec, totals.hits, digest from sim order by directory';
    expect(await rowsOf(sql)).toEqual([
      ['results/flat', 'zipf:keys=50', read<SimDocument>('results/flat').totals.hits, expect.any(String)],
      ["results/of one's own/deep", 'loop:keys=50', own.totals.hits, own.digest],
    ]);
    expect(
      await rowsOf("select name, capacity, hits from levels where workload = 'loop:keys=50' order by name"),
    ).toEqual(own.levels.map(({ name, capacity, hits }) => [name, capacity, hits]));
    // Of four rounds through 50 keys all but the first hit, where all 50 fit.
    expect(await rowsOf('select workload, capacity, hits from points order by capacity')).toEqual([
      ['loop:keys=50', 10, 0],
      ['loop:keys=50', 50, 150],
    ]);
    expect(await rowsOf('select workload, capacity, hits from level_sizes order by capacity')).toEqual([
      ...[9, 10, 11].map(capacity => ['loop:keys=50', capacity, 0]),
      ['loop:keys=50', 50, 150],
    ]);
    // Two variants in the comparison, two at each of two sizes in the experiment.
    expect(await rowsOf('select directory, count(*) from variants group by all order by all')).toEqual([
      ['results/cmp', 2],
      ['results/two', 4],
    ]);
    expect(await rowsOf("select distinct a, b from differences where metric = 'hitRatio'")).toEqual([
      ['tierlab', 'flat'],
    ]);
  });

  it('without SQL says which tables there are', async () => {
    const { stdout } = await inThisProcess(['query']);
    expect(stdout).toMatch(/^cells {8}8 × a run of an experiment/);
    expect(stdout).toMatch(/^sim {10}2 × a result of tierlab sim/m);
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
    const names = (await rowsOf('from (select 1)', '--in', 'results/curve')).length;
    expect(names).toBe(1);
    const { stdout: some } = await inThisProcess(['query', '--in', 'results/curve', '--json']);
    expect(querySchema.parse(JSON.parse(some)).rows.map(row => row.slice(0, 2))).toEqual([
      ['points', 2],
      ['mrc', 1],
    ]);
  });

  it('leaves out half a line of a run that is under way', async () => {
    const file = 'results/two/results.jsonl';
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.slice(0, -20));
    expect(await rowsOf('select count(*) from cells')).toEqual([[7]]);
    writeFileSync(file, whole);
  });
});

describe('an answer', () => {
  it('is a table of at most 80 columns that says what it left out', async () => {
    const { stdout } = await inThisProcess(['query', 'from sim order by directory']);
    const lines = stdout.trimEnd().split('\n');
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80);
    expect(lines[0]).toMatch(/^directory +schema +/);
    expect(lines[3]).toMatch(/^\(no room for .*…$/);
    const { stdout: long } = await inThisProcess(['query', "select range as n, 'x' as t from range(103)"]);
    expect(long).toMatch(/^ n {2}t\n 0 {2}x\n/);
    expect(long).toMatch(/\n99 {2}x\n\(3 rows more; --csv has all\)\n$/);
    expect((await inThisProcess(['query', 'select 1 as a where false'])).stdout).toBe('a\nno rows\n');
  });

  it('has numbers as numbers, lists and structs as JSON, and nothing for null', async () => {
    const sql =
      "select 1::bigint a, sum(n)::hugeint b, 0.1 + 0.2::double c, 1.50::decimal(5,2) d, [1, 2] e, {'x': 1} f, null g, true h from (select 3 as n)";
    expect(await rowsOf(sql)).toEqual([[1, 3, 0.1 + 0.2, 1.5, '[1,2]', '{"x":1}', null, true]]);
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await inThisProcess(['query', "select 'a,b' as t, null as n, 1.5 as x", '--csv']);
    const printed = write.mock.calls.map(([text]) => text).join('');
    write.mockRestore();
    expect(printed).toBe('t,n,x\r\n"a,b",,1.5\r\n');
  });

  it.each(['parquet', 'csv', 'json', 'jsonl'])('goes to a file as %s, and comes back from there', async format => {
    const file = `rows.${format}`;
    const { status, stdout } = await inThisProcess([
      'query',
      'select variant, seed, hitRatio from cells;',
      '--out',
      file,
    ]);
    expect([status, stdout]).toEqual([0, `rows     ${file}\n`]);
    const back = await rowsOf(`select variant, seed, hitRatio from '${file}' order by all`);
    expect(back).toEqual(await rowsOf('select variant, seed, hitRatio from cells order by all'));
    const again = await inThisProcess(['query', 'select 1 as one', '--out', file]);
    expect([again.status, again.stderr]).toEqual([
      2,
      `tierlab: --out: ${file}: the file exists; --force writes over it\n`,
    ]);
    await inThisProcess(['query', 'select 1 as one', '--out', file, '--force']);
    expect(await rowsOf(`from '${file}'`)).toEqual([[1]]);
  });
});

describe('what cannot be used is one line and status 2:', () => {
  it.each([
    [['selct 1'], 'SQL: Parser Error: syntax error at or near "selct"'],
    [
      ['select hitRaio from cells'],
      'SQL: Binder Error: Referenced column "hitRaio" not found in FROM clause! Candidate bindings: "',
    ],
    [['from cell'], 'SQL: there is no table "cell"; did you mean "cells"?'],
    [["from 'https://example.org/x.parquet'"], 'SQL: '],
    [[' '], 'query: the SQL is empty'],
    [['from cells', '--in', 'nowhere'], '--in: there is no directory nowhere'],
    [
      ['from cells', '--in', 'empty'],
      '--in: no results in empty, expected result.json or results.jsonl in it or below it',
    ],
    [
      ['from cells', '--out', 'x.parqet'],
      '--out: x.parqet: expected a name with .parquet, .csv, .json, .jsonl; did you mean ".parquet"?',
    ],
    [['from cells', '--out', 'no/x.csv'], '--out: no/x.csv: there is no directory no'],
    [['selct 1', '--out', 'x.csv'], 'SQL: Parser Error: syntax error at or near "selct"'],
  ])('%j', async (args, message) => {
    mkdirSync('empty', { recursive: true });
    const { status, stdout, stderr } = await inThisProcess(['query', ...args]);
    expect([status, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
    expect(stderr).toContain(`tierlab: ${message}`);
    expect(readdirSync('.').filter(name => name.startsWith('x.'))).toEqual([]);
  });
});
