import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totalCapacity } from '../../engine/configuration/total-capacity.ts';
import type { CompareDocument } from '../../engine/documents/compare.ts';
import type { ExperimentDocument } from '../../engine/documents/experiment.ts';
import { hashOf } from '../../scripts/results/digest.ts';
import { experimentFileSchema, experimentSchema } from '../../scripts/schemas/experiment.ts';
import { inThisProcess, tierlab, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

const SMALL = `
workload: [zipf:keys=500, loop:keys=90]
requests: 2k
seeds: 3
sizes: [20, 10%]
variants:
  deep: { levels: [L1=10, L2=30, L3=60] }
  even: { levels: [L1=1, L2=1], residency: per-level }
`;

beforeAll(() => {
  process.chdir(cwd);
  mkdirSync('deep');
  writeFileSync('small.yaml', SMALL);
  writeFileSync('deep/trace.txt', Array.from({ length: 900 }, (_, i) => `key${(i * i) % 37}\n`).join(''));
  writeFileSync(
    'deep/mixed.json',
    JSON.stringify({
      workload: [{ workload: 'trace.txt', warmup: '100' }, 'zipf:keys=50', { workload: 'loop:keys=20', requests: 400 }],
      requests: 800,
      presets: ['flat', 'tierlab'],
      seeds: 2,
    }),
  );
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

async function documentOf<Document = ExperimentDocument>(...args: string[]): Promise<Document> {
  const { status, stdout, stderr } = await inThisProcess([...args, '--json', '--no-report']);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []);

describe('an experiment', () => {
  it('runs every variant on every workload at every size with every seed', async () => {
    const document = await documentOf('experiment', 'small.yaml', '--out', 'all');
    const { cells, conditions, variants, digest, timing: _, ...body } = document;
    expect(hashOf({ cells, conditions, variants, ...body })).toBe(digest);
    expect(experimentSchema.parse(document)).toEqual(document);
    expect(conditions.map(each => each.name)).toEqual([
      '20 · zipf:keys=500',
      '10% · zipf:keys=500',
      '20 · loop:keys=90',
      '10% · loop:keys=90',
    ]);
    expect(cells.map(({ workload, size, variant, seed }) => [workload, size, variant, seed].join(' '))).toEqual(
      ['zipf:keys=500', 'loop:keys=90'].flatMap(workload =>
        ['20', '10%'].flatMap(size =>
          ['deep', 'even'].flatMap(variant => [1, 2, 3].map(seed => [workload, size, variant, seed].join(' '))),
        ),
      ),
    );
    // The loop has 90 keys.
    expect(cells.filter(each => each.workload.startsWith('loop')).map(each => each.memory)).toEqual([
      ...Array(6).fill(20),
      ...Array(6).fill(9),
    ]);
    for (const { workload, config } of variants) if (workload.startsWith('20')) expect(totalCapacity(config)).toBe(20);
    expect(variants[0]!.config.levels.map(each => each.capacity)).toEqual([2, 6, 12]);
    // In any order, but each once.
    const lines = linesOf('all/results.jsonl').map(line => JSON.parse(line));
    for (const cell of cells) expect(lines.filter(line => matches(line, cell))).toHaveLength(1);
    expect(lines).toHaveLength(cells.length);
  });

  it('measures as compare does, and says the same of it', async () => {
    const { variants, differences } = await documentOf('experiment', 'small.yaml', '--sizes', '100', '--out', 'one');
    const compared = await documentOf<CompareDocument>(
      ...['compare', '-w', 'zipf:keys=500,loop:keys=90', '-n', '2k', '--seeds', '3'],
      ...['--variants', 'deep: levels=L1=10,L2=30,L3=60; even: levels=L1=50,L2=50,residency=per-level'],
    );
    const unnamed = <Part extends { workload: string }>(parts: readonly Part[]) =>
      parts.map(each => ({ ...each, workload: each.workload.replace('100 · ', ''), options: null }));
    expect(unnamed(variants)).toEqual(unnamed(compared.variants));
    expect(unnamed(differences)).toEqual(unnamed(compared.differences));
  });

  it('may mix traces and other workloads, each with options of its own, and finds traces beside the file', async () => {
    const { conditions, cells, variants, timing } = await documentOf('experiment', 'deep/mixed.json', '--out', 'mixed');
    expect(timing.titles).toEqual(['trace.txt', 'zipf:keys=50', 'loop:keys=20']);
    expect(conditions).toMatchObject([
      { samples: 'blocks', count: 20, counted: 700 },
      { samples: 'seeds', count: 2, counted: 800 },
      { samples: 'seeds', count: 2, counted: 400 },
    ]);
    expect(cells).toHaveLength(2 + 4 + 4);
    expect(cells[0]!.blocks!.hitRatio).toHaveLength(20);
    expect(variants[0]!.metrics.hitRatio!.values).toEqual(cells[0]!.blocks!.hitRatio);
    const said = await documentOf('experiment', 'deep/mixed.json', '-n', '300', '-w', 'loop:keys=9', '--out', 'said');
    expect(said.conditions).toMatchObject([{ spec: 'loop:keys=9', counted: 300 }]);
    // What is said beside the file holds for every workload.
    const few = await documentOf('experiment', 'deep/mixed.json', '-n', '300', '--out', 'few');
    expect(few.conditions.map(each => each.counted)).toEqual([200, 300, 300]);
  });

  it('compares the presets over ten seeds where nothing else is said', async () => {
    writeFileSync('usual.yaml', 'workload: loop:keys=9\nrequests: 50\n');
    const { conditions, variants } = await documentOf('experiment', 'usual.yaml', '--out', 'usual');
    expect(conditions).toMatchObject([{ name: 'loop:keys=9', samples: 'seeds', count: 10 }]);
    expect(variants.map(each => each.name)).toEqual(['tierlab', 'exclusive-lru', 'flat', 'reference']);
  });

  it('comes to the same document with any number of threads, and after any number of kills', async () => {
    const SLOW = ['experiment', 'small.yaml', '-n', '10k', '--no-report', '--quiet'];
    const undisturbed = await documentOf(...SLOW, '--out', 'undisturbed', '--jobs', '1');
    const total = undisturbed.cells.length;
    let kills = 0;
    for (let before = 0; kills < 3 && before < total; before = linesOf('killed/results.jsonl').length) {
      await killed([...SLOW, '--out', 'killed', '--resume', '--jobs', '2'], before + 2);
      kills++;
      // What a machine that loses its power may leave.
      if (kills === 2) appendFileSync('killed/results.jsonl', '{"key":"half');
    }
    expect(kills).toBeGreaterThan(1);
    expect(existsSync('killed/result.json')).toBe(false);
    const resumed = await documentOf(...SLOW, '--out', 'killed', '--resume', '--jobs', '2');
    expect(resumed.timing.cellsReused).toBeGreaterThanOrEqual(4);
    expect(resumed.timing.cellsReused).toBeLessThan(total);
    const withoutTiming = ({ timing: _, ...body }: ExperimentDocument) => body;
    expect(withoutTiming(resumed)).toEqual(withoutTiming(undisturbed));
    expect(linesOf('killed/results.jsonl')).toHaveLength(total);
    // Nothing is left to do then; what belongs to another experiment leaves the file, and is measured again without --resume.
    const again = await documentOf(...SLOW, '--out', 'killed', '--resume');
    expect([again.timing.cellsReused, again.digest]).toEqual([total, undisturbed.digest]);
    const fewer = await documentOf(...SLOW, '--out', 'killed', '--resume', '--sizes', '20');
    expect([fewer.timing.cellsReused, fewer.cells.length]).toEqual([total / 2, total / 2]);
    expect(linesOf('killed/results.jsonl')).toHaveLength(total / 2);
    expect((await documentOf(...SLOW, '--out', 'killed', '--sizes', '20', '--seeds', '2')).timing.cellsReused).toBe(0);
  });

  it('keeps what is finished when Ctrl-C stops it, and says how to go on', async () => {
    const stop = new AbortController();
    const running = tierlab(
      cwd,
      ['experiment', 'small.yaml', '-n', '100k', '--out', 'stopped', '--jobs', '2'],
      stop.signal,
    );
    await expect.poll(() => linesOf('stopped/results.jsonl').length, { interval: 5 }).toBeGreaterThan(1);
    stop.abort();
    const { status, stderr } = await running;
    expect(status).toBe(130);
    expect(stderr).toMatch(/^tierlab: interrupted with \d+ of 24 cells done; --resume goes on with them\n$/);
    expect(linesOf('stopped/results.jsonl')).toHaveLength(Number(/\d+/.exec(stderr)![0]));
  });

  it('is told in 80 columns, and its page is drawn again from the document', async () => {
    const { status, stdout } = await inThisProcess(['experiment', 'small.yaml', '--out', 'shown']);
    expect(status).toBe(0);
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/^small\.yaml\n4 conditions · 2 variants · 24 runs · digest [0-9a-f]{8}\n/);
    expect(stdout).toMatch(
      /^zipf:keys=500\n2,000 requests · \d+ keys · 3 seeds\n\n {2}size {2}variant +hit ratio +mean +p99\n/m,
    );
    expect(stdout).toMatch(/^ {2}20 +deep +\d+ %/m);
    expect(stdout).toMatch(/^ {2}10% +deep +\d+ %/m);
    const drawn = readFileSync('shown/report.html', 'utf8');
    expect(drawn).toMatch(/<h1>[^<]*of 4 conditions/);
    expect(drawn).toContain('Each condition down');
    expect((await inThisProcess(['report', 'shown/result.json', '--out', 'again.html', '--quiet'])).status).toBe(0);
    expect(readFileSync('again.html', 'utf8')).toBe(drawn);
  });
});

function matches(line: object, cell: object): boolean {
  return Object.entries(cell).every(([name, value]) => (line as Record<string, unknown>)[name] === value);
}

/** Starts a run and kills it as soon as it has left so many lines. */
async function killed(args: readonly string[], lines: number): Promise<void> {
  const program = fileURLToPath(new URL('../../scripts/bin.mjs', import.meta.url));
  const child = spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (child.exitCode === null && linesOf('killed/results.jsonl').length < lines) await sleep(1);
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
}

describe('a file that cannot be used is refused with line and column', () => {
  it.each([
    ['requests: 5\nrequsts: 5', '2:1: unknown option "requsts"; did you mean "requests"?'],
    ['variants:\n  a: { promotoin: never }', '2:8: unknown option "promotoin"; did you mean "promotion"?'],
    [
      'variants:\n  a: {}\n  b:\n    promotion: nevr',
      '4:16: promotion: unknown promotion policy "nevr"; did you mean "never"?',
    ],
    ['variants:\n  a: { levels: [L1=10, L2=many] }', '2:16: levels L2: "many" is not a capacity'],
    [
      'workload:\n  - { workload: zpif }',
      '2:17: workload: unknown workload "zpif", and no file of that name; did you mean "zipf"?',
    ],
    ['workload:\n  - zipf\n  - { requests: 5 }', '3:5: expected a workload, as in "{ workload: zipf, requests: 10k }"'],
    ['workload:\n  - { workload: zipf, size: 5 }', '2:23: unknown option "size"'],
    [
      'workload:\n  - { workload: zipf, requests: 50, warmup: 60 }',
      '2:45: warmup: found 60, expected less than the 50 requests of the workload',
    ],
    ['sizes: [10, 1x]', '1:8: sizes: "1x" is not a capacity'],
    ['sizes: [10, 10]', '1:8: sizes: 10 is there twice'],
    ['sizes: [1MiB]', '1:8: sizes: 1MiB for "tierlab": capacity in bytes, but the workload has no sizes'],
    ['sizes: [2]', '1:8: sizes: 2 for "tierlab": 2 is too little for 3 levels, expected one for each at least'],
    ['seeds: 1', '1:8: seeds: found 1, expected at least 2'],
    ['policies: [lru, seive]', '1:11: policies: unknown eviction policy "seive"; did you mean "sieve"?'],
    ['- zipf', '1:1: expected options as "name: value"'],
    ['workload: [zipf', '1:16: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ])('%j', async (text, message) => {
    writeFileSync('bad.yaml', text);
    const { status, stderr } = await inThisProcess(
      ['experiment', 'bad.yaml', '-n', '50', '--out', 'bad'].toSpliced(2, /warmup/.test(text) ? 2 : 0),
    );
    expect([status, stderr.trim().split('\n')]).toEqual([2, [expect.stringContaining(`tierlab: bad.yaml:${message}`)]]);
    expect(existsSync('bad')).toBe(false);
  });

  it.each([
    [['experiment'], 'experiment: no FILE given, expected one in YAML or JSON with workloads, variants and options'],
    [['experiment', 'gone.yaml'], 'experiment: gone.yaml: no such file'],
  ])('%j', async (args, message) => {
    expect(await inThisProcess(args)).toEqual({ status: 2, stdout: '', stderr: `tierlab: ${message}\n` });
  });
});

it('the published schema accepts what the command does, and little else', () => {
  const accepts = (value: unknown) => experimentFileSchema.safeParse(value).success;
  expect(accepts(JSON.parse(readFileSync('deep/mixed.json', 'utf8')))).toBe(true);
  expect(accepts({ workload: 'zipf', variants: { plain: null, careful: { levels: ['L1=1', 'L2=2'] } } })).toBe(true);
  expect(accepts({ variants: 'a: preset=flat; b:' })).toBe(true);
  expect(accepts({ variants: { a: { promotoin: 'never' } } })).toBe(false);
  expect(accepts({ workload: [{ workload: 'zipf', size: 5 }] })).toBe(false);
});
