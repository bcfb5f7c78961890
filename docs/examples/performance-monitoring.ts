// A monitor takes snapshots of a live cache, reports what happened since the oldest of them, and says what may be worth a try.
import { CacheMonitor, MultiLevelCache } from 'tierlab';

// In production the clock is the machine's own.
let seconds = 0;
const clock = () => seconds;
const cache = new MultiLevelCache<number>({ l1Size: 10, l2Size: 20, l3Size: 40, clock });
const monitor = new CacheMonitor(cache, { intervalMs: 1_000, clock }).start();

for (let request = 0; request < 5_000; request++) {
  seconds += 0.01;
  // Four in five requests are for eighty keys, some far more often, the others go round 200.
  const key = request % 5 === 0 ? `cold:${(request / 5) % 200}` : `hot:${request ** 2 % 900}`;
  await cache.getOrLoad(key, async () => request);
}

console.log(monitor.report());
for (const { rule, title } of monitor.suggestOptimizations()) console.log(`${rule}: ${title}`);
monitor.stop();
cache.shutdown();

// Prints:
// Cache of preset tierlab, 50 s: 5,000 requests, 3,223 hits (64.5 %)
// Loads: 1,777, 0 more failed; a request waited 0.000 ms on average
//
//                entries in use             of     lookups        hits  hit ratio
// L1                         10             10       5,000         160      3.2 %
// L2                         20             20       4,840         645     13.3 %
// L3                         40             40       4,195       2,418     57.6 %
//
// Worth trying:
// - levels 10 / 20 / 40 → 20 / 40 / 80 (every level twice as large)
//   Only 64.5 % of the requests are answered by the cache (70 % is the rule of
//   thumb). Not measured: sim shows on a recording what it brings.
// - levels 10 / 20 / 40 → 20 / 20 / 30 (room moved up from the last level)
//   L1 answers only 3.2 % of its lookups (20 % is the rule of thumb). Not
//   measured: sim shows on a recording what it brings.
// - levels 10 / 20 / 40 → 15 / 30 / 60 (every level half as large again)
//   Only 64.5 % of the requests are answered by the cache (70 % is the rule of
//   thumb). Not measured: sim shows on a recording what it brings.
// - levels 10 / 20 / 40 → 40 / 80 / 160 (every level four times as large)
//   Only 64.5 % of the requests are answered by the cache (70 % is the rule of
//   thumb). Not measured: sim shows on a recording what it brings.
//
// hit-ratio-low: levels 10 / 20 / 40 → 20 / 40 / 80 (every level twice as large)
// first-level-idle: levels 10 / 20 / 40 → 20 / 20 / 30 (room moved up from the last level)
// hit-ratio-low: levels 10 / 20 / 40 → 15 / 30 / 60 (every level half as large again)
// hit-ratio-low: levels 10 / 20 / 40 → 40 / 80 / 160 (every level four times as large)
