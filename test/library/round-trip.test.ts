import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SimDocument } from '../../engine/documents/sim.ts';
import { traceFile } from '../../engine/library/file/trace-file.ts';
import { CacheMonitor } from '../../engine/library/monitor.ts';
import { MultiLevelCache } from '../../engine/library/multi-level-cache.ts';
import { randomStream } from '../../engine/random.ts';
import { tierlab } from '../cli/tierlab.ts';

const directory = mkdtempSync(join(tmpdir(), 'tierlab-recording-'));
afterAll(() => rmSync(directory, { recursive: true }));

const LEVELS = 'L1=10/20s,L2=30/40s,L3=60/80s';
const PRIORITIES = ['normal', 'medium', 'high'] as const;

/** Production for some minutes: gets, sets after most misses, a delete now and then. */
function serve(cache: MultiLevelCache<string>, time: { now: number }): void {
  const random = randomStream(1, 'production');
  for (let n = 0; n < 4_000; n++) {
    time.now += random() / 8;
    const key = `item ${Math.floor(300 * random() ** 3)}, "quoted"`;
    const act = random();
    if (act < 0.02) cache.delete(key);
    else if (!cache.get(key, { client: `session ${n % 4}` }).hit && act < 0.9)
      cache.set(key, 'x', { priority: PRIORITIES[n % 3]!, ...(n % 5 === 0 && { ttlMs: 1_234 }) });
  }
}

describe.each(['tierlab', 'exclusive-lru'])('what production did with preset %s', preset => {
  const path = join(directory, `${preset}.csv`);
  const cache = MultiLevelCache.from<string>(new MultiLevelCache({ preset, levels: LEVELS }).configuration, {
    clock: () => time.now,
  });
  const time = { now: 77 };
  let result: SimDocument;

  beforeAll(async () => {
    const recording = new CacheMonitor(cache).record(traceFile(path));
    serve(cache, time);
    const { dropped } = await recording.stop();
    expect(dropped).toBe(0);
    const args = ['sim', '-w', path, '--preset', preset, '--levels', LEVELS, '--fill', 'none', '--json', '--no-report'];
    const { status, stdout, stderr } = await tierlab(directory, args);
    expect([status, stderr]).toEqual([0, '']);
    result = JSON.parse(stdout);
  });

  test('the simulation repeats, hit for hit and level by level', () => {
    const stats = cache.getComprehensiveStats();
    const { totals, levels } = result;
    expect([totals.requests, totals.hits, totals.misses]).toEqual([stats.totalRequests, stats.hits, stats.misses]);
    expect(stats.hits).toBeGreaterThan(1_000);
    expect(levels.map(level => level.hits)).toEqual([stats.l1Hits, stats.l2Hits, stats.l3Hits]);
    expect(levels.map(level => level.resident)).toEqual([1, 2, 3].map(n => stats[`l${n}Stats`]!.size));
  });

  test('and its configuration builds the same cache again', () => {
    const again = MultiLevelCache.from<string>(result.configuration);
    expect(again.configuration.levels).toEqual(cache.configuration.levels);
    expect(again.set('a', '1')).toBe(true);
  });
});

test('a trace that is there already is not written over', async () => {
  const path = join(directory, 'twice.csv');
  const cache = new MultiLevelCache<string>();
  const monitor = new CacheMonitor(cache);
  await monitor.record(traceFile(path)).stop();
  const before = readFileSync(path, 'utf8');
  cache.get('a');
  const recording = monitor.record(traceFile(path));
  cache.get('a');
  await expect(recording.stop()).rejects.toThrow('EEXIST');
  expect(readFileSync(path, 'utf8')).toBe(before);
});
