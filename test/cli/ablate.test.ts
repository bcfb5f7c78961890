import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AblateDocument } from '../../engine/documents/ablate.ts';
import type { CompareDocument } from '../../engine/documents/compare.ts';
import { hashOf } from '../../scripts/results/digest.ts';
import { ablateSchema } from '../../scripts/schemas/ablate.ts';
import { THOROUGH } from '../property-runs.ts';
import { inThisProcess, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

beforeAll(() => {
  process.chdir(cwd);
  const keys = Array.from({ length: 400 }, (_, i) => (i % 3 === 0 ? 'hot' : `key${(7 * i) % 31}`));
  writeFileSync('trace.txt', `${keys.join('\n')}\n`);
});
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

async function documentOf<Document = AblateDocument>(...args: string[]): Promise<Document> {
  const { status, stdout, stderr } = await inThisProcess([...args, '--json', '--no-report']);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

const COMMON = ['-w', 'zipf:keys=200', '-n', '500', '--seeds', '2', '--levels', 'L1=10/-/lru,L2=30/-/lru'];
const SMALL = ['ablate', ...COMMON, '--from', 'exclusive-lru'];

describe('an ablation', () => {
  it('is the same for any number of worker threads, and adds up exactly', async () => {
    const one = await documentOf(...SMALL, '--jobs', '1');
    const two = await documentOf(...SMALL, '--jobs', '2');
    const { timing: _, digest, ...body } = two;
    expect(digest).toBe(one.digest);
    expect(hashOf(body)).toBe(digest);
    expect(ablateSchema.parse(one)).toEqual(one);
    expect(one.steps.reduce((sum, each) => sum + each.amount, 0)).toBe(one.to.amount - one.from.amount);
    expect(one).toMatchObject({
      metric: 'hitRatio',
      unit: 'hits',
      from: { name: 'exclusive-lru' },
      to: { name: 'tierlab' },
    });
    expect(one).toMatchObject({ samples: 'seeds', count: 2, counted: 500, orders: { count: 6, exact: true } });
  });

  it('has the ends that compare measures', async () => {
    const { from, to } = await documentOf(...SMALL, '--metric', 'latencyMeanMs');
    const { variants } = await documentOf<CompareDocument>('compare', ...COMMON, '--presets', 'exclusive-lru,tierlab');
    const metrics = variants.map(each => each.metrics.latencyMeanMs!);
    for (const [i, end] of [from, to].entries()) {
      expect(end.mean).toBe(metrics[i]!.mean);
      expect([end.low, end.high]).toEqual([metrics[i]!.low, metrics[i]!.high]);
    }
    expect({ ...to.config, preset: 'tierlab' }).toEqual(variants[1]!.config);
  });

  it('goes between any two sets of options, by any metric, over as many orders as asked for', async () => {
    const ends = ['--from', 'preset=flat', '--to', 'preset=flat,policy=lirs,admission=tinylfu'];
    const two = await documentOf(...SMALL, ...ends, '--metric', 'originFetches');
    expect(two.steps.map(each => each.axis).sort()).toEqual(['admission', 'policy']);
    expect(two).toMatchObject({ metric: 'originFetches', unit: 'fetches', orders: { count: 2, exact: true } });
    expect(two.to.options).toEqual({ preset: 'flat', policy: 'lirs', admission: 'tinylfu' });
    const usual = await documentOf('ablate', '-w', 'zipf:keys=50', '-n', '100', '--from', 'exclusive-lru');
    expect(usual.count).toBe(5);
    // Ten choices have too many orders to try all.
    const ten = ['ablate', ...COMMON, '-n', '200', '--to', 'preset=tierlab,policy=sieve'].toSpliced(3, 2);
    const [few, more] = [await documentOf(...ten, '--orders', '2'), await documentOf(...ten, '--orders', '4')];
    expect(few.orders).toMatchObject({ count: 2, exact: false });
    expect(few.orders.configurations).toBeLessThan(more.orders.configurations);
  });

  it('of a trace goes block by block', async () => {
    const { samples, count, steps, from, to } = await documentOf(
      ...['ablate', '-w', 'trace.txt', '--levels', 'L1=5/-/lru,L2=10/-/lru', '--from', 'flat', '--to', 'exclusive-lru'],
    );
    expect([samples, count]).toEqual(['blocks', 20]);
    expect(steps.reduce((sum, each) => sum + each.amount, 0)).toBe(to.amount - from.amount);
    // Hit for hit the same cache.
    expect(to.amount).toBe(from.amount);
  });
});

describe("an ablation on the document's demo", () => {
  const SEEDS = THOROUGH ? '200' : '3';
  const DEMO = ['-w', 'hot-warm-cold', '-n', '1051', '--seed', '1001', '--seeds', SEEDS];
  // No lifetime ends within the second that it lasts, so nothing is lost by beginning with the default's.
  const FROM = 'preset=reference,level-ttl=cool,lifetime=carry,expiry=expired-first';

  it('goes from what the public implementation answers to all that is to be had, and adds up exactly', async () => {
    const { from, to, steps, orders } = await documentOf('ablate', ...DEMO, '--from', FROM);
    const { variants } = await documentOf<CompareDocument>('compare', ...DEMO, '--presets', 'reference,flat,tierlab');
    const [reference, flat, tierlab] = variants.map(each => each.metrics.hitRatio!.mean);
    expect([from.mean, to.mean]).toEqual([reference, tierlab]);
    // Every key that exists is there: one get in 21 is for one that does not.
    expect(tierlab).toBe(flat);
    expect(tierlab).toBeCloseTo(1 / 1.05, THOROUGH ? 2 : 1);
    // `docs/compare.md` says 56.4 % of 200 seeds.
    if (THOROUGH) expect((100 * reference!).toFixed(1)).toBe('56.4');
    expect(steps.reduce((sum, each) => sum + each.amount, 0)).toBe(to.amount - from.amount);
    expect([steps[0]!.axis, orders.exact]).toEqual(['demotion', true]);
    // 200 seeds take more than the usual minute.
  }, 300_000);
});

it('the summary fits into 80 columns, and the report stands beside the result', async () => {
  const { status, stdout } = await inThisProcess([...SMALL, '--out', 'out']);
  expect(status).toBe(0);
  expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
  expect(stdout).toMatch(/^ {2}From exclusive-lru to tierlab the hit ratio (rises|falls) from/m);
  expect(readFileSync('out/report.html', 'utf8')).toContain('<section id="waterfall"');
});
