import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MrcDocument } from '../../engine/documents/mrc.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { mrcSchema } from '../../scripts/schemas/mrc.ts';
import { simSchema } from '../../scripts/schemas/sim.ts';
import { files, queue } from './plugins/files.ts';
import { mistakesIn } from './plugins/mistakes.ts';
import { inThisProcess, tierlab, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

beforeAll(() => {
  process.chdir(cwd);
  mkdirSync('exp');
  for (const [name, text] of Object.entries(files)) writeFileSync(name, text);
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

const WORKLOAD = ['-w', 'zipf:keys=300', '-n', '3k'];

async function documentOf<Document>(...args: string[]): Promise<Document> {
  const { status, stdout, stderr } = await inThisProcess([...args, '--json', '--no-report']);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

const mrc = (...args: string[]) => documentOf<MrcDocument>('mrc', ...WORKLOAD, '--sizes', '10,50', ...args);
const sim = (...args: string[]) => documentOf<SimDocument>('sim', ...WORKLOAD, ...args);
const misses = ({ rows }: MrcDocument) => rows.map(each => each.misses);

describe('a policy in a file', () => {
  it('misses in mrc what its twin in the catalogue misses, each with its parameters', async () => {
    const own = await mrc('--policies', './Queue.ts,./Queue.ts:end=newest');
    const oldest = await mrc('--policies', 'fifo');
    // A newcomer that is the first to leave: all but one place keep the first ids for ever.
    const { universe, first } = { universe: own.workload.keys, first: own.rows[2]! };
    expect(misses(own).slice(0, 2)).toEqual(misses(oldest));
    expect(first.policy).toBe('./Queue.ts:end=newest');
    expect(first.misses).toBeGreaterThan(universe);
    expect(first.misses).not.toBe(own.rows[0]!.misses);
  });

  it('stands in levels and in orders over all levels where its twin stands', async () => {
    const perLevel = ['--residency', 'per-level', '--suggest', 'off', '--levels'];
    const own = await sim(...perLevel, 'L1=10/5m/./Queue.ts:end=oldest,L2=40/-/./Queue.ts');
    const twin = await sim(...perLevel, 'L1=10/5m/fifo,L2=40/-/fifo');
    expect(own.totals).toEqual(twin.totals);
    expect(own.configuration.levels.map(each => each.policy)).toEqual(['./Queue.ts:end=oldest', './Queue.ts']);
    for (const [order, known] of [
      ['unified:policy=./Queue.ts', 'unified:policy=fifo'],
      ['guarded:challenger=./Queue.ts', 'guarded:challenger=fifo'],
      ['guarded:challenger=lirs+./Queue.ts', 'guarded:challenger=lirs+fifo'],
    ])
      expect((await sim('--suggest', 'off', '--residency', order!)).totals).toEqual(
        (await sim('--suggest', 'off', '--residency', known!)).totals,
      );
  });

  it('stands in partitions', async () => {
    const { configuration } = await sim(
      '--partitions',
      'quota',
      '--quotas',
      'model=5/-/./Queue.ts',
      '--suggest',
      'off',
    );
    expect(configuration.partitionLevels[1]!.policy).toBe('./Queue.ts');
  });

  it('is the same in worker threads', async () => {
    const policies = ['--policies', './Queue.ts,./plain.mjs:end=newest'];
    expect((await mrc(...policies, '--jobs', '2')).digest).toBe((await mrc(...policies, '--jobs', '1')).digest);
    const seeds = ['--policy', './Queue.ts', '--residency', 'per-level', '--suggest', 'off', '--seeds', '3'];
    expect((await sim(...seeds, '--jobs', '2')).digest).toBe((await sim(...seeds, '--jobs', '1')).digest);
  });

  it('runs in a process that reads TypeScript by itself, in threads too', async () => {
    const args = ['mrc', ...WORKLOAD, '--sizes', '10,50', '--policies', './Queue.ts', '--json', '--no-report'];
    const [one, two] = await Promise.all(['1', '2'].map(jobs => tierlab(cwd, [...args, '--jobs', jobs])));
    expect([one!.stderr, two!.stderr]).toEqual(['', '']);
    const digests = [one!, two!].map(each => JSON.parse(each.stdout).digest);
    expect(digests).toEqual(Array(2).fill((await mrc('--policies', './Queue.ts')).digest));
  });

  it('enters the document by its content', async () => {
    const document = await mrc('--policies', './Queue.ts,fifo');
    const sha256 = createHash('sha256').update(files['Queue.ts']!).digest('hex');
    expect(document.plugins).toEqual([{ spec: './Queue.ts', name: 'queue', sha256 }]);
    expect(mrcSchema.parse(document)).toEqual(document);
    const own = await sim('--policy', './Queue.ts', '--residency', 'per-level');
    expect(simSchema.parse(own)).toEqual(own);
    expect(own.plugins).toEqual(document.plugins);

    writeFileSync('Queue.ts', `${files['Queue.ts']}\n// Revised.\n`);
    const revised = await mrc('--policies', './Queue.ts,fifo');
    const whole = await mrc('--policies', './plain.mjs');
    writeFileSync('Queue.ts', files['Queue.ts']!);
    expect(revised.digest).not.toBe(document.digest);
    expect(misses(revised)).toEqual(misses(document));
    // So does what it imports, by whatever way it is found.
    const restored = await mrc('--policies', './plain.mjs');
    expect(whole.plugins![0]!.sha256).not.toBe(restored.plugins![0]!.sha256);
    symlinkSync('.', 'link');
    const linked = await mrc('--policies', './link/plain.mjs');
    expect(linked.plugins![0]!.sha256).toBe(restored.plugins![0]!.sha256);
  });

  it('leaves no trace in documents without it', async () => {
    await mrc('--policies', './Queue.ts');
    expect(await mrc('--policies', 'fifo')).not.toHaveProperty('plugins');
  });

  it('may be newer than the last run in this process', async () => {
    const before = await mrc('--policies', './Queue.ts');
    writeFileSync('Queue.ts', queue(["default: 'oldest'", "default: 'newest'"]));
    const after = await mrc('--policies', './Queue.ts');
    writeFileSync('Queue.ts', files['Queue.ts']!);
    expect(misses(after)).not.toEqual(misses(before));
  });

  it('is found from the configuration file that names it', async () => {
    const { rows, plugins } = await documentOf<MrcDocument>('mrc', '--config', 'exp/flat.yaml');
    expect(rows.map(each => each.policy)).toEqual(['fifo', './own.ts']);
    expect(plugins![0]!.spec).toBe('./own.ts');
    expect(rows[1]!.misses).toBe(misses(await mrc('--policies', './exp/own.ts'))[0]);
  });

  it('is described like one of the catalogue', async () => {
    const { stdout } = await inThisProcess(['policies', './Queue.ts']);
    expect(stdout).toContain('queue (eviction)');
    expect(stdout).toMatch(/end=oldest +who leaves \(oldest or newest\)/);
  });
});

describe('a file that cannot be used ends with status 2 and one line on standard error:', () => {
  it.each(mistakesIn(cwd))('%s', async (_what, args, message) => {
    const words = args.startsWith('policies') || args.includes('-w ') ? [] : ['-w', 'loop:keys=100', '-n', '200'];
    const workload = args.includes('--config') ? [] : words;
    writeFileSync('test.csv', 'key,size\na,10\nb,20\n');
    expect(await inThisProcess([...args.split(' '), ...workload])).toEqual({
      status: 2,
      stdout: '',
      stderr: `tierlab: ${message}\n`,
    });
  });

  it('a broken contract in a worker thread', async () => {
    const args = ['mrc', ...WORKLOAD, '--policies', './stranger.ts', '--sizes', '3,4', '--jobs', '2'];
    const { status, stderr } = await inThisProcess(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^tierlab: --policies: \.\/stranger\.ts: evict\(\d+\) returned 7, which is not resident\n$/);
  });
});
