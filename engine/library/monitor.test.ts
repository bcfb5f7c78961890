import { expect, it, vi } from 'vitest';
import { CacheMonitor } from './monitor.ts';
import { MultiLevelCache } from './multi-level-cache.ts';
import type { CacheOptions } from './options.ts';

/** A cache and its monitor, on one clock that moves by hand. */
function watched(options: CacheOptions<string> = {}, keep = 60) {
  const time = { now: 0, due: null as null | (() => void), cancelled: 0 };
  const clock = () => time.now;
  const timer = (_ms: number, callback: () => void) => {
    time.due = callback;
    return () => {
      time.due = null;
      time.cancelled++;
    };
  };
  const cache = new MultiLevelCache<string>({ clock, ...options });
  const monitor = new CacheMonitor(cache, { clock, timer, keep, intervalMs: 5_000 });
  const pass = (seconds: number) => {
    time.now += seconds;
    time.due?.();
  };
  return { time, cache, monitor, pass };
}

function ask(cache: MultiLevelCache<string>, hits: number, misses: number): void {
  cache.set('there', 'x', { priority: 'high' });
  for (let n = 0; n < hits; n++) cache.get('there');
  for (let n = 0; n < misses; n++) cache.get(`absent ${n}`);
}

it('takes a snapshot at once and after every interval, keeps the newest, and stops', () => {
  const { monitor, pass, time } = watched({}, 3);
  monitor.start().start();
  for (let n = 0; n < 4; n++) pass(5);
  expect(monitor.snapshots.map(each => each.takenAt)).toEqual([10, 15, 20]);
  monitor.stop().stop();
  pass(5);
  expect([monitor.snapshots.length, time.cancelled]).toEqual([3, 1]);
  monitor.start();
  expect(monitor.snapshots.at(-1)!.takenAt).toBe(25);
});

it('its own timer keeps the interval', () => {
  vi.useFakeTimers();
  const monitor = new CacheMonitor(new MultiLevelCache<string>(), { intervalMs: 100 }).start();
  vi.advanceTimersByTime(350);
  expect(monitor.snapshots).toHaveLength(4);
  monitor.stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

it('reports what happened since the oldest snapshot, not since the beginning', () => {
  const { cache, monitor, time } = watched({ partitions: 'quota' });
  ask(cache, 0, 50);
  monitor.start();
  ask(cache, 30, 10);
  time.now = 60;
  const report = monitor.report();
  expect(report).toContain('60 s: 40 requests, 30 hits (75.0 %)');
  // L1 had 40 lookups, 30 of them hits; the absent keys went through L2 and L3.
  expect(report).toMatch(/^L1 +1 +100 +40 +30 +75\.0 %$/m);
  expect(report).toMatch(/^L3 +0 +1,000 +10 +0 +0\.0 %$/m);
  expect(report).toMatch(/^model +0 +50 +0 +0 +0\.0 %$/m);
});

it('no line of a report is longer than 80 characters, and no word of it is lost', () => {
  const { cache, monitor } = watched({ preset: 'exclusive-lru', levels: 'a-level-with-a-long-name=1234567,L2=9,L3=8' });
  monitor.start();
  ask(cache, 1, 2_000);
  const lines = monitor.report().split('\n');
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80);
  expect(lines.length).toBeGreaterThan(10);
  const { title, reason } = monitor.suggestOptimizations()[0]!;
  const words = lines.join(' ').replaceAll(/\s+/g, ' ');
  expect([words.includes(title), words.includes(reason)]).toEqual([true, true]);
});

it('knows how long requests waited for loads, and which of them failed', async () => {
  const { cache, monitor, time } = watched();
  monitor.start();
  const slow = () => {
    time.now += 0.02;
    return 'x';
  };
  await cache.getOrLoad('a', slow);
  for (let n = 0; n < 9; n++) await cache.getOrLoad('a', slow);
  const fail = cache.getOrLoad('b', () => Promise.reject(new Error('no')));
  await expect(fail).rejects.toThrow();
  // 20 ms for eleven requests.
  expect(monitor.report()).toContain('Loads: 1, 1 more failed; a request waited 1.818 ms on average');
  expect(monitor.suggestOptimizations().map(each => each.rule)).toContain('answers-slow');
});

it.each<[string, CacheOptions<string>, number, number, string[]]>([
  ['few hits', { l1Size: 2, l2Size: 4, l3Size: 8 }, 69, 31, ['hit-ratio-low']],
  ['enough hits', { l1Size: 2, l2Size: 4, l3Size: 8 }, 75, 25, []],
  ['a first level that answers nearly all', { l1Size: 2, l2Size: 4, l3Size: 8 }, 180, 20, ['first-level-ample']],
  ['more room than keys', { l1Size: 100, l2Size: 100, l3Size: 100 }, 75, 25, ['working-set-fits']],
  ['no request at all', {}, 0, 0, []],
])('suggests by the rules of the workbench: %s', (_, options, hits, misses, rules) => {
  const { cache, monitor } = watched(options);
  monitor.start();
  ask(cache, hits, misses);
  const suggestions = monitor.suggestOptimizations();
  expect([...new Set(suggestions.map(each => each.rule))]).toEqual(rules);
  // What they bring is not known, and they say so.
  for (const { reason } of suggestions) expect(reason).toMatch(/\. Not measured: /);
});

it('says nothing about the working set once keys were forgotten', () => {
  const { cache, monitor } = watched({ l1Size: 100, l2Size: 100, l3Size: 100, rememberedKeys: 5 });
  monitor.start();
  ask(cache, 3_000, 1_000);
  expect(cache.getComprehensiveStats().forgottenKeys).toBeGreaterThan(0);
  expect(monitor.suggestOptimizations()).toEqual([]);
});

it.each([
  [{ intervalMs: 0 }, 'intervalMs: found 0'],
  [{ keep: 1 }, 'keep: found 1'],
  [{ keep: 2.5 }, 'keep: found 2.5'],
])('%o is refused', (options, message) => {
  expect(() => new CacheMonitor(new MultiLevelCache<string>(), options)).toThrow(message);
});
