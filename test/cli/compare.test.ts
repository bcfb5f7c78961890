import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompareDocument } from '../../engine/documents/compare.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { hashOf } from '../../scripts/results/digest.ts';
import { compareSchema } from '../../scripts/schemas/compare.ts';
import { inThisProcess, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

beforeAll(() => {
  process.chdir(cwd);
  // Every fourth request is for the one hot key, the others go round through 30.
  const keys = Array.from({ length: 2_000 }, (_, i) => (i % 4 === 0 ? 'hot' : `key${(7 * i) % 31}`));
  writeFileSync('trace.txt', `${keys.join('\n')}\n`);
  writeFileSync(
    'variants.yaml',
    'plain:\n  preset: flat\ncareful:\n  promotion: never\n  levels: [L1=10/5m/lru, L2=20/-/lru]\n',
  );
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

async function documentOf<Document = CompareDocument>(...args: string[]): Promise<Document> {
  const { status, stdout, stderr } = await inThisProcess([...args, '--json', '--no-report']);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

const SMALL = ['compare', '-w', 'zipf:keys=500', '-n', '3k', '--seeds', '3'];
const LEVELS = ['--levels', 'L1=20/5m/lru,L2=60/-/lru'];

describe('a comparison', () => {
  it('is the same for any number of worker threads, and its digest covers all but the timing', async () => {
    const some = [...SMALL, ...LEVELS, '-w', 'zipf:keys=500,loop:keys=90', '--policies', 'lru,random'].toSpliced(1, 2);
    const one = await documentOf(...some, '--jobs', '1');
    const two = await documentOf(...some, '--jobs', '2');
    const { timing: _, digest, ...body } = two;
    expect(digest).toBe(one.digest);
    expect(hashOf(body)).toBe(digest);
    expect(compareSchema.parse(one)).toEqual(one);
    expect(one.workloads.map(each => each.spec)).toEqual(['zipf:keys=500', 'loop:keys=90']);
    expect(one.workload.spec).toBe('zipf:keys=500');
    expect((await documentOf(...some, '--seed', '2')).digest).not.toBe(digest);
  });

  it('measures each seed as sim does', async () => {
    const { variants } = await documentOf(...SMALL, '--presets', 'flat,reference', '--warmup', '100');
    const sim = ['sim', '-w', 'zipf:keys=500', '-n', '3k', '--seeds', '3', '--warmup', '100', '--suggest', 'off'];
    for (const { name, metrics } of variants) {
      const { replications, latencyMs } = await documentOf<SimDocument>(...sim, '--preset', name, '--inflight', 'off');
      const totals = replications!.map(each => each.totals);
      expect(metrics.hitRatio!.values).toEqual(totals.map(each => each.hitRatio));
      expect(metrics.moved!.values).toEqual(totals.map(each => each.moved));
      expect(metrics.staleHits!.values).toEqual(totals.map(each => each.staleHits));
      expect(metrics.originFetches!.values).toEqual(totals.map(each => each.originFetches));
      expect(metrics.latencyMeanMs!.values[0]).toBe(latencyMs.mean);
      expect(metrics.latencyP99Ms!.values[0]).toBe(latencyMs.p99);
      expect(metrics.memory!.mean).toBe(1_600);
    }
  });

  it('takes ten seeds where nobody says how many, from the master seed on', async () => {
    const { workloads, variants, differences } = await documentOf('compare', '-w', 'zipf:keys=500', '-n', '500');
    expect(workloads).toMatchObject([{ samples: 'seeds', count: 10, counted: 500 }]);
    expect(variants.map(each => each.name)).toEqual(['tierlab', 'exclusive-lru', 'flat', 'reference']);
    expect(variants[0]!.metrics.hitRatio!.values).toHaveLength(10);
    expect(differences).toHaveLength(6 * 7);
  });

  it('of a trace goes block by block, to the same totals as sim', async () => {
    const trace = ['-w', 'trace.txt', ...LEVELS];
    const { workloads, variants, timing } = await documentOf('compare', ...trace, '--policies', 'lru,fifo');
    expect(workloads).toMatchObject([{ samples: 'blocks', count: 20, counted: 2_000 }]);
    expect(timing.titles).toEqual(['trace.txt']);
    expect(variants[0]!.workload).toMatch(/^trace:format=.*sha256=/);
    const sim = await documentOf<SimDocument>('sim', ...trace, '--residency', 'per-level', '--suggest', 'off');
    expect(variants[0]!.metrics.hitRatio!.mean).toBeCloseTo(sim.totals.hitRatio, 12);
    expect(variants[0]!.metrics.latencyMeanMs!.mean).toBeCloseTo(sim.latencyMs.mean, 9);
  });
});

describe('variants', () => {
  it('are read from a file as from the command line, beside presets and policies', async () => {
    const text = 'plain: preset=flat; careful: promotion=never,levels=L1=10/5m/lru,L2=20/-/lru';
    const written = await documentOf(...SMALL, '--variants', text, '--presets', 'tierlab', '--policies', 'sieve');
    const read = await documentOf(
      ...SMALL,
      '--variants',
      'variants.yaml',
      '--presets',
      'tierlab',
      '--policies',
      'sieve',
    );
    expect(read.digest).toBe(written.digest);
    expect(written.variants.map(each => each.name)).toEqual(['plain', 'careful', 'tierlab', 'sieve']);
    expect(written.variants[1]!.options).toEqual({ promotion: 'never', levels: 'L1=10/5m/lru,L2=20/-/lru' });
    expect(written.variants[1]!.config).toMatchObject({
      promotion: 'never',
      levels: [{ capacity: 10 }, { capacity: 20 }],
    });
    expect(written.variants[3]!.config).toMatchObject({
      residency: 'per-level',
      levels: [{ policy: 'sieve' }, {}, {}],
    });
  });

  it('have in common what the command line says of the cache, and each may say otherwise', async () => {
    const { variants } = await documentOf(
      ...SMALL,
      ...LEVELS,
      '--fill',
      'none',
      '--variants',
      'a:; b: fill=cache-aside',
    );
    expect(variants.map(each => each.config.fill)).toEqual(['none', 'cache-aside']);
    expect(variants.map(each => each.config.levels.length)).toEqual([2, 2]);
  });

  it('meet the same world: whether fetches take time is decided for all', async () => {
    const inflightOf = async (variants: string, ...more: string[]) =>
      (await documentOf(...SMALL, '--variants', variants, ...more)).variants.map(each => each.config.inflight);
    expect(await inflightOf('a:; b: preset=reference')).toEqual(['off', 'off']);
    expect(await inflightOf('a:; b: prediction=markov')).toEqual(['coalesce', 'coalesce']);
    expect(await inflightOf('a: inflight=stampede; b: preset=reference')).toEqual(['stampede', 'stampede']);
    expect(await inflightOf('a: inflight=stampede; b: inflight=coalesce')).toEqual(['stampede', 'coalesce']);
    expect(await inflightOf('a: inflight=stampede; b:', '--inflight', 'coalesce')).toEqual(['stampede', 'coalesce']);
  });

  it('may name policies from files', async () => {
    writeFileSync(
      'mine.ts',
      `import { evictionPolicies } from 'tierlab/policies';
export default { ...evictionPolicies.find(each => each.name === 'lru'), name: 'mine' };
`,
    );
    const { status, stderr, stdout } = await inThisProcess([
      ...SMALL,
      ...['--variants', 'a: policy=./mine.ts,residency=per-level; b: policy=lru,residency=per-level'],
      ...['--json', '--no-report', '--jobs', '2'],
    ]);
    expect([status, stderr]).toEqual([0, '']);
    const { plugins, differences }: CompareDocument = JSON.parse(stdout);
    expect(plugins).toMatchObject([{ spec: './mine.ts', name: 'mine' }]);
    for (const each of differences) expect(each).toMatchObject({ mean: 0, verdict: 'no real difference' });
  });
});

it('the summary fits into 80 columns, and the report stands beside the result', async () => {
  const { status, stdout } = await inThisProcess([...SMALL, '--presets', 'tierlab,flat,reference', '--out', 'out']);
  expect(status).toBe(0);
  expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
  expect(stdout).toMatch(
    /^zipf:keys=500\n3,000 requests · \d+ keys · seeds 1 to 3 · 3 variants · digest [0-9a-f]{8}\n/,
  );
  expect(stdout).toMatch(/^ {2}against tierlab, with 95 % intervals$/m);
  expect(stdout).toMatch(/^ {2}flat +mean latency +\+\d+ % +\+\d+ … \+\d+ {2}worse$/m);
  expect(readFileSync('out/report.html', 'utf8')).toContain('<section id="differences"');
});
