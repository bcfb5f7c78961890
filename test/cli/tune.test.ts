import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Configuration } from '../../engine/configuration/types.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import type { TuneDocument } from '../../engine/documents/tune.ts';
import { MultiLevelCache } from '../../engine/library/multi-level-cache.ts';
import { tuneSchema } from '../../scripts/schemas/tune.ts';
import { THOROUGH } from '../property-runs.ts';
import { inThisProcess, workingDirectory } from './tierlab.ts';

const PROGRAM = fileURLToPath(new URL('../../scripts/bin.mjs', import.meta.url));
/** Where it matters what is written, not what is found. */
const TINY = ['-w', 'zipf:keys=3000', '-n', '2k', '--budget-evaluations', '12', '--seeds', '2'];
const SMALL = ['-n', '4k', '--budget-evaluations', '20', '--seeds', '2'];

let cwd: string;
beforeAll(() => {
  cwd = workingDirectory();
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Runs a tuning in this process, and reads what it wrote. */
async function tuned(name: string, ...args: string[]) {
  const out = join(cwd, name);
  const finished = await inThisProcess(['tune', '--out', out, '--jobs', '1', '--no-report', ...args]);
  expect([finished.status, finished.stderr]).toEqual([0, '']);
  const read = (file: string) => readFileSync(join(out, file), 'utf8');
  const document: TuneDocument = tuneSchema.parse(JSON.parse(read('result.json')));
  return { out, document, stdout: finished.stdout, config: JSON.parse(read('config.json')) as Configuration };
}

describe('tune', () => {
  test('finds a planted division to within 5 percent, and what stands beside it is worse', async () => {
    // 200 × 4 + 1,000 × 1: the short loop in L1, the long one in L2, and nothing is left. Any other division misses or is slower.
    const { document, config } = await tuned(
      'planted',
      ...['-w', 'two-loops:short=200,long=1000', '-n', '24k', '--seeds', '3', '--budget-evaluations', '100'],
      ...['--levels', 'L1=100/-/lru,L2=1000/-/lru', '--prices', 'L1=4,L2=1', '--budget', 'cost=1800'],
      ...['--policies', 'lru,lirs,lfu'],
    );
    expect(document.chosen).toBe('tuned');
    const [l1, l2] = config.levels;
    expect([l1!.name, l2!.name]).toEqual(['L1', 'L2']);
    expect(Math.abs(l1!.capacity - 200)).toBeLessThanOrEqual(10);
    expect(Math.abs(l2!.capacity - 1000)).toBeLessThanOrEqual(50);
    expect(4 * l1!.capacity + l2!.capacity).toBeLessThanOrEqual(1800);
    // Each key misses once: 1,200 of 24,000.
    expect(document.validation.rows[0]!.metrics.hitRatio.mean).toBeGreaterThan(0.93);
    expect(document.validation.gains.find(each => each.over === 'flat LRU')!.verdict).toBe('better');
  });

  test.runIf(THOROUGH)(
    'says so where nothing beats the default on unseen requests, and chooses the default',
    async () => {
      // Every request is for another key: there is nothing to gain.
      const { document, stdout, config } = await tuned(
        'nothing',
        '-w',
        'uniform:keys=100M',
        ...SMALL,
        '--objective',
        'hitRatio',
      );
      expect(document.chosen).toBe('default');
      expect(config).toEqual(document.validation.rows.find(each => each.name === 'default')!.configuration);
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
        "Nothing that was tried beats the default's hit ratio on unseen requests: keep it",
      );
    },
  );

  test('writes a configuration that the simulator and the library load, and a command that gives the same cache', async () => {
    const { document, out, config } = await tuned(
      'loads',
      '-w',
      'zipf:keys=3000',
      ...SMALL,
      '--policies',
      'lru,w-tinylfu,sieve',
    );
    const simulate = async (...args: string[]) => {
      const { status, stdout } = await inThisProcess([
        'sim',
        ...args,
        '--out',
        join(cwd, 'sim'),
        '--no-report',
        '--suggest',
        'off',
        '--json',
      ]);
      expect(status).toBe(0);
      return JSON.parse(stdout) as SimDocument;
    };
    const byFile = await simulate('--config', join(out, 'config.json'), '-w', 'zipf:keys=3000', '-n', '4k');
    expect(byFile.configuration).toEqual(config);
    // What the search saw of it, at its dearest look, is what the simulation sees.
    const chosen = document.chosen === 'tuned' ? document.best.evaluation : 1;
    expect(byFile.latencyMs.mean).toBe(document.evaluations[chosen - 1]!.measures.latencyMeanMs);
    const words = document.command.split(' ').slice(3);
    expect((await simulate(...words)).totals).toEqual(byFile.totals);
    const cache = MultiLevelCache.from<number>(config);
    cache.set('key', 7);
    expect(cache.get('key')).toMatchObject({ hit: true, value: 7 });
    expect(cache.configuration).toEqual(config);
    cache.shutdown();
  });

  test.runIf(THOROUGH)('writes a configuration with prediction that the library loads as well', async () => {
    const args = ['-w', 'markov-sessions', '-n', '3k', '--budget-evaluations', '12', '--seeds', '2'];
    const { config, document } = await tuned('predicts', ...args, '--prediction', 'markov');
    expect([config.prediction, document.space.map(axis => axis.name).includes('prediction')]).toEqual([
      'markov',
      false,
    ]);
    const cache = MultiLevelCache.from<string>(config);
    expect(cache.configuration.prediction).toBe('markov');
    cache.shutdown();
  });

  test.runIf(THOROUGH)('keeps to its number of evaluations, and another seed makes another search', async () => {
    const first = await tuned('seed-1', '-w', 'zipf:keys=3000', ...SMALL);
    const second = await tuned('seed-2', '-w', 'zipf:keys=3000', ...SMALL, '--seed', '2');
    expect(first.document.evaluations.length).toBeLessThanOrEqual(20);
    expect(first.document.evaluations.length).toBeGreaterThan(15);
    const points = ({ document }: typeof first) => document.evaluations.map(each => each.point);
    expect(points(second)).not.toEqual(points(first));
  });

  test.runIf(THOROUGH)('on a recording searches in the first part and validates on the later one', async () => {
    const trace = fileURLToPath(new URL('../fixtures/zipf0.9_20k_150k.oracleGeneral.bin.zst', import.meta.url));
    const args = ['-w', trace, '-n', '10k', '--no-store', '--budget-evaluations', '12', '--policies', 'lru,sieve'];
    const { document, stdout } = await tuned('trace', ...args);
    expect(document.search.requests).toBe(6_000);
    expect(document.validation).toMatchObject({ kind: 'later part', parts: 20, requests: 4_000 });
    expect(document.space.map(axis => axis.name)).toContain('prediction');
    // The document names no path, the terminal does.
    expect(document.command).toContain('--workload "$TRACE"');
    expect(stdout).toContain(`--workload ${trace}`);
    const bytes = await tuned('bytes', ...args, '--budget', '1MiB', '--objective', 'originFetches');
    expect(bytes.config.unit).toBe('bytes');
    expect(bytes.document.validation.rows.every(each => each.capacity <= 2 ** 20)).toBe(true);
  });

  test.runIf(THOROUGH)(
    'each objective is what is made small, and the cost of a month may leave room unused',
    async () => {
      const prices = ['--prices', 'L1=0.5,L2=0.1,L3=0.02,origin=0.00001'];
      const { document } = await tuned('cost', '-w', 'zipf:keys=3000', ...SMALL, '--objective', 'cost', ...prices);
      // Fetches cost nothing to speak of: the smallest cache is the cheapest.
      const [best, usual] = document.validation.rows;
      expect(best!.capacity).toBeLessThan(0.3 * usual!.capacity);
      expect(best!.metrics.objective.mean).toBeLessThan(0.5 * usual!.metrics.objective.mean);
      for (const [objective, measure] of [
        ['latency', 'latencyMeanMs'],
        ['p99', 'latencyP99Ms'],
        ['hitRatio', 'hitRatio'],
        ['originFetches', 'fetchesPerRequest'],
      ] as const) {
        const { evaluations } = (await tuned(objective, ...TINY, '--objective', objective)).document;
        expect(evaluations.every(each => each.value === each.measures[measure])).toBe(true);
      }
    },
  );

  test.runIf(THOROUGH)('ends the search when the time is up, says so, and still validates', async () => {
    const { document, stdout } = await tuned('time', '-w', 'zipf:keys=3000', ...SMALL, '--time', '1ms');
    expect(document.search.stopped).toBe(true);
    expect(document.evaluations).toHaveLength(1);
    expect(document.validation.requests).toBe(8_000);
    expect(stdout).toContain('when the time was up');
  });
});

describe('a tuning that was killed', () => {
  const args = ['tune', '-w', 'zipf:keys=3000', ...SMALL, '--no-report', '--quiet'];

  /** Runs until it ends, or is killed when the journal has so many lines. */
  function run(out: string, jobs: string, lines: number): Promise<number | null> {
    return new Promise(resolve => {
      const child = spawn(process.execPath, [PROGRAM, ...args, '--jobs', jobs, '--out', out, '--resume'], {
        cwd,
        stdio: 'ignore',
      });
      const journal = join(out, 'evaluations.jsonl');
      const watch = setInterval(() => {
        if (existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > lines) child.kill('SIGKILL');
      }, 5);
      child.on('close', status => {
        clearInterval(watch);
        resolve(status);
      });
    });
  }

  const digestIn = (out: string) => (JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as TuneDocument).digest;

  test('and killed again gives the same document as one that was left alone, with any number of threads', async () => {
    const { document } = await tuned('undisturbed', '-w', 'zipf:keys=3000', ...SMALL);
    const out = join(cwd, 'killed');
    // At the beginning, in the midst of the search, and during the validation.
    for (const lines of [1, 8, 15, 23]) expect(await run(out, '1', lines)).toBeNull();
    expect(existsSync(join(out, 'result.json'))).toBe(false);
    appendFileSync(join(out, 'evaluations.jsonl'), '{"key":"half a li');
    expect(await run(out, '2', Number.POSITIVE_INFINITY)).toBe(0);
    expect(digestIn(out)).toBe(document.digest);
    const { evaluationsReused } = (JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as TuneDocument).timing;
    expect(evaluationsReused).toBeGreaterThan(18);
  });

  test('is not resumed with what belongs to another workload', async () => {
    const { out } = await tuned('mine', ...TINY);
    const { status, stderr } = await inThisProcess([
      'tune',
      '-w',
      'zipf:keys=3001',
      ...SMALL,
      '--out',
      out,
      '--resume',
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/--resume: .*evaluations\.jsonl is of another workload, seed or version/);
  });
});

describe('bad input', () => {
  test.each([
    [['--budget', 'lots'], '--budget: "lots" is not a capacity (expected for example 500, 250k, 64MiB or 1%)'],
    [['--budget', '2'], '--budget: found 2, expected at least 3: one for each level'],
    [
      ['--budget', '64MiB'],
      '--budget: capacity in bytes, but the workload has no sizes: give it in entries or percent',
    ],
    [['--budget', 'cost=20'], '--budget: cost needs --prices, for example L1=0.02,L2=0.005,L3=0.001'],
    [['--objective', 'speed'], '--objective: unknown word "speed"; known: latency, p99, hitRatio, originFetches, cost'],
    [['--objective', 'cost'], '--objective: cost needs --prices, of every level and of origin (a million fetches)'],
    [['--objective', 'cost', '--prices', 'L1=1,L2=1,L3=1'], '--prices: origin has no price, expected origin=…'],
    [['--prices', 'L1=1,L2=1'], '--prices: L3 has no price, expected L3=…'],
    [['--prices', 'L1=1,L2=no,L3=1'], '--prices L2: "no" is not a price (expected a number more than 0)'],
    [['--budget-evaluations', '5'], '--budget-evaluations: found 5, expected at least 10'],
    [['--time', 'soon'], '--time: "soon" is not a duration (expected for example 300, 5m, 100ms or - for none)'],
    [['--policies', 'lru,opt'], '--policies: opt knows the future, and no cache that runs does'],
    [['--policies', 'lrru'], '--policies: unknown eviction policy "lrru"; did you mean "lru"?'],
    [['--seeds', '1'], '--seeds: found 1, expected at least 2'],
    [['--preset', 'flat'], ', not of tune'],
    [['--levels', 'A=1,B=1,C=1,D=1'], '--levels: found 4 levels (A=1,B=1,C=1,D=1), expected 1 to 3'],
  ])('%j is refused in one line', async (args, message) => {
    const { status, stderr } = await inThisProcess([
      'tune',
      '-w',
      'zipf',
      '-n',
      '100',
      '--out',
      join(cwd, 'bad'),
      ...args,
    ]);
    expect([status, stderr.split('\n').length]).toEqual([2, 2]);
    expect(stderr).toContain(message);
    expect(existsSync(join(cwd, 'bad', 'result.json'))).toBe(false);
  });
});
