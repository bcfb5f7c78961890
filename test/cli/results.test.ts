import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MrcDocument } from '../../engine/documents/mrc.ts';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { hashOf } from '../../scripts/results/digest.ts';
import { mrcSchema } from '../../scripts/schemas/mrc.ts';
import { simSchema } from '../../scripts/schemas/sim.ts';
import { type Finished, inThisProcess, tierlab, workingDirectory } from './tierlab.ts';

const home = process.cwd();
const cwd = workingDirectory();

beforeAll(() => process.chdir(cwd));
afterAll(() => {
  process.chdir(home);
  rmSync(cwd, { recursive: true });
});

const SIM = ['sim', '-w', 'zipf:keys=2000', '-n', '5k'];
const MRC = ['mrc', '-w', 'zipf:keys=2000', '-n', '20k', '--policies', 'lru,random', '--sizes', '1%,100,10'];
const ONLY_JSON = ['--json', '--no-report'];

/** Standard output must be the document and nothing else. */
function parse<Document>({ status, stdout, stderr }: Finished): Document {
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

async function documentOf<Document>(...args: string[]): Promise<Document> {
  return parse(await inThisProcess([...args, ...ONLY_JSON]));
}

describe('a result', () => {
  it('is the same from two processes with the same seed, and another with another seed', async () => {
    const [one, two] = await Promise.all([tierlab(cwd, [...SIM, ...ONLY_JSON]), tierlab(cwd, [...SIM, ...ONLY_JSON])]);
    const { timing: _, ...body } = parse<SimDocument>(one);
    const { timing: __, ...bodyAgain } = parse<SimDocument>(two);
    expect(JSON.stringify(bodyAgain)).toBe(JSON.stringify(body));
    const other = await documentOf<SimDocument>(...SIM, '--seed', '2');
    expect(other.digest).not.toBe(body.digest);
  });

  it('is the same for any number of worker threads', async () => {
    const one = await documentOf<MrcDocument>(...MRC, '--jobs', '1');
    const two = await documentOf<MrcDocument>(...MRC, '--jobs', '2');
    expect(two.digest).toBe(one.digest);
  });

  it('of mrc is the same from one pass and from replays', async () => {
    const many = ['mrc', '-w', 'zipf:keys=2000', '-n', '20k', '--policies', 'sieve,lru'];
    const one = await documentOf<MrcDocument>(...many);
    const replayed = await documentOf<MrcDocument>(...many, '--method', 'replay', '--jobs', '2');
    expect(replayed.digest).toBe(one.digest);
  });

  it('of mrc says what is estimated, from how much and how well, and is the same for any number of worker threads', async () => {
    const estimate = [
      'mrc',
      '-w',
      'zipf:keys=20000',
      '-n',
      '50k',
      '--policies',
      'lru,sieve',
      '--method',
      'mini:keys=1000',
    ];
    const some = [...estimate, '--sizes', '100,5000,20%'];
    const one = await documentOf<MrcDocument>(...some, '--jobs', '1');
    const two = await documentOf<MrcDocument>(...some, '--jobs', '2');
    expect(two.digest).toBe(one.digest);
    expect(mrcSchema.parse(one)).toEqual(one);
    const counted = await documentOf<MrcDocument>(...some, '--method', 'auto');
    expect(one.rows.map(({ policy, capacity }) => [policy, capacity])).toEqual(
      counted.rows.map(({ policy, capacity }) => [policy, capacity]),
    );
    // 100 entries would be a handful in any sample: they are counted.
    expect([one.rows[0], one.rows[3]]).toEqual([counted.rows[0], counted.rows[3]]);
    const rate = 1_000 / one.workload.keys;
    for (const i of [1, 2, 4, 5]) {
      const row = one.rows[i]!;
      expect(row).toMatchObject({ estimated: true, method: 'mini:keys=1000', requests: 50_000 });
      if (!('estimated' in row)) continue;
      // Sizes that a sample of that rate leaves fewer than 100 entries take four times the rate.
      expect(row.rate).toBeCloseTo(row.capacity * rate < 100 ? 4 * rate : rate, 9);
      expect(row.hits + row.misses).toBe(50_000);
      expect(Math.abs(row.missRatio - counted.rows[i]!.missRatio)).toBeLessThanOrEqual(row.error);
    }
  });

  it('of several seeds holds each of them, and is the same for any number of worker threads', async () => {
    const seeds = [...SIM, '--suggest', 'off', '--seed', '5', '--seeds', '3'];
    const one = await documentOf<SimDocument>(...seeds, '--jobs', '1');
    const two = await documentOf<SimDocument>(...seeds, '--jobs', '2');
    expect(two.digest).toBe(one.digest);
    expect(one.replications?.map(each => each.seed)).toEqual([5, 6, 7]);
    expect(one.replications?.[0]?.totals).toEqual(one.totals);
    const second = await documentOf<SimDocument>(...SIM, '--suggest', 'off', '--seed', '6');
    expect(one.replications?.[1]?.totals).toEqual(second.totals);
  });

  it('of mrc holds policies × sizes in the order given', async () => {
    const { rows, workload } = await documentOf<MrcDocument>(...MRC);
    const onePercent = Math.floor(workload.keys / 100);
    expect(rows.map(each => [each.policy, each.capacity])).toEqual(
      ['lru', 'random'].flatMap(policy => [onePercent, 100, 10].map(capacity => [policy, capacity])),
    );
    for (const { requests, hits, misses } of rows) expect([requests, hits + misses]).toEqual([20_000, 20_000]);
  });

  it('has the digest of its canonical JSON and agrees with the published schema', async () => {
    const sim = await documentOf<SimDocument>(...SIM);
    const mrc = await documentOf<MrcDocument>(...MRC);
    expect(simSchema.parse(sim)).toEqual(sim);
    expect(mrcSchema.parse(mrc)).toEqual(mrc);
    for (const { digest, timing: _, ...body } of [sim, mrc]) expect(hashOf(body)).toBe(digest);
  });

  it('does not depend on how a trace is called or compressed, but names the file beside it', async () => {
    const keys = Array.from({ length: 3_000 }, (_, i) => `key-${(i * i) % 97}\n`).join('');
    writeFileSync('plain.txt', keys);
    writeFileSync('packed.txt.gz', gzipSync(keys));
    const levels = ['--levels', 'L1=5,L2=20'];
    const plain = await documentOf<SimDocument>('sim', '-w', 'plain.txt', ...levels);
    const packed = await documentOf<SimDocument>('sim', '-w', 'packed.txt.gz', ...levels);
    expect(packed.digest).toBe(plain.digest);
    expect(plain.workload.spec).toMatch(/^trace:format=keys,sha256=[0-9a-f]{16}$/);
    expect([plain.timing.title, packed.timing.title]).toEqual(['plain.txt', 'packed.txt.gz']);
  });
});

describe('a run', () => {
  it('prints a summary of at most 80 columns and leaves result.json and report.html', async () => {
    const { status, stdout, stderr } = await tierlab(cwd, [...SIM, '--out', 'kept']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').filter(line => line.length > 80 && !line.includes('npx tierlab'))).toEqual([]);
    expect(stdout).toContain(join('kept', 'report.html'));
    expect(readdirSync('kept').sort()).toEqual(['report.html', 'result.json']);
    const document: SimDocument = JSON.parse(readFileSync('kept/result.json', 'utf8'));
    expect(document.timing.command).toBe('npx tierlab sim -w zipf:keys=2000 -n 5k --out kept');
    expect(readFileSync('kept/report.html', 'utf8')).toMatch(/^<!doctype html>/i);
  });

  it('says nothing when it shall be quiet, and writes no report when none is wanted', async () => {
    const { stdout, stderr } = await inThisProcess([...MRC, '--out', 'silent', '--quiet', '--no-report']);
    expect([stdout, stderr]).toEqual(['', '']);
    expect(readdirSync('silent')).toEqual(['result.json']);
  });

  it('takes an option from the command line first, then from the configuration file, then from the preset', async () => {
    writeFileSync('small.yaml', 'workload: zipf:keys=2000\nrequests: 5k\ninclusion: nine\nlevels: [L1=10, L2=40]\n');
    const { workload, configuration } = await documentOf<SimDocument>('sim', '--config', 'small.yaml', '-n', '3k');
    expect([workload.requests, configuration.inclusion, configuration.preset]).toEqual([3_000, 'nine', 'tierlab']);
    expect(configuration.levels.map(each => each.capacity)).toEqual([10, 40]);
  });

  it('is stopped by Ctrl-C with status 130, and leaves no files', async () => {
    // Small and many simulations: the threads are at work long before the signal, and long after it.
    const sizes = Array.from({ length: 1_000 }, (_, i) => i + 1).join();
    const stop = new AbortController();
    const many = ['mrc', '-w', 'zipf', '-n', '300k', '--sizes', sizes, '--jobs', '2', '--out', 'stopped'];
    const running = tierlab(cwd, many, stop.signal);
    setTimeout(() => stop.abort(), 3_000);
    const { status, stderr } = await running;
    expect([status, stderr]).toEqual([130, 'tierlab: interrupted\n']);
    expect(readdirSync('.')).not.toContain('stopped');
  });
});

it('the command of a suggestion runs, and has the effect that was promised', async () => {
  const { suggestions } = await documentOf<SimDocument>(...SIM, '--levels', 'L1=5,L2=20');
  const promised = suggestions[0]!;
  const printed = execFileSync('sh', ['-c', `printf '%s\\n' ${promised.command}`], { encoding: 'utf8' });
  const words = printed.trim().split('\n');
  expect(words.slice(0, 3)).toEqual(['npx', 'tierlab', 'sim']);
  const { totals } = await documentOf<SimDocument>(...words.slice(2), '--suggest', 'off');
  expect(totals.hitRatio).toBe(promised.effect.hitRatioAfter);
});

it('sizes may be chosen where the curve of LRU bends: a loop gets the size at which it fits, and the one before', async () => {
  const loop = ['mrc', '-w', 'loop:keys=500', '-n', '5k', '--policies', 'lru,arc'];
  const { rows, shapes } = await documentOf<MrcDocument>(...loop, '--sizes', 'auto');
  const lru = rows.filter(({ policy }) => policy === 'lru');
  // The dense curve that sizes are chosen from has steps of a third of a percent.
  const [before, last] = lru.slice(-2);
  expect([before!.capacity >= 497, before!.missRatio]).toEqual([true, 1]);
  // 500 of 5,000 requests are the first for their key.
  expect([last!.capacity, last!.missRatio]).toEqual([500, 0.1]);
  expect(shapes![0]).toMatchObject({ policy: 'lru', cliffs: [{ from: 0, to: 500 }] });
  const estimated = await documentOf<MrcDocument>(
    ...[
      'mrc',
      '-w',
      'zipf:keys=20000',
      '-n',
      '50k',
      '--policies',
      'sieve',
      '--method',
      'mini:keys=2000',
      '--sizes',
      'auto',
    ],
  );
  expect(estimated.rows.length).toBeGreaterThan(9);
  expect(estimated.rows.every(row => 'estimated' in row)).toBe(true);
});
