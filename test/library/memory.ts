// Run with --expose-gc: prints what the process holds while a cache lives through a day, and what a full cache takes.
import { MultiLevelCache } from '../../engine/library/api.ts';
import { randomStream } from '../../engine/random.ts';

function heldBytes(): number {
  if (!gc) throw new Error('to be started with --expose-gc');
  gc();
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Held bytes at the end of each sixth of a simulated day of `operations`, most of them for keys that were never seen before. */
async function day(operations: number): Promise<number[]> {
  let now = 0;
  const cache = new MultiLevelCache<object>({
    l1Size: 20,
    l2Size: 50,
    l3Size: 100,
    prediction: 'markov',
    clock: () => now,
  });
  cache.registerLoader(() => ({}));
  const random = randomStream(1, 'a day');
  const held: number[] = [];
  for (let n = 1; n <= operations; n++) {
    now += 86_400 / operations;
    const key = random() < 0.5 ? `hot ${Math.floor(n / 500 + 100 * random())}` : `once ${n}`;
    if (n % 40 === 0) await cache.getOrLoad(key, () => ({}), { client: `session ${n % 50}`, timeoutMs: 60_000 });
    else if (!cache.get(key, { client: `session ${n % 50}` }).hit)
      cache.set(key, { text: 'x'.repeat(100) }, n % 3 === 0 ? { ttlMs: 1 + 1e6 * random() } : {});
    if (n % (operations / 6) === 0) held.push(heldBytes());
  }
  cache.shutdown();
  return held;
}

/** Bytes for each key that a full cache knows, its key and value left out. */
function bytesPerKnownKey(preset: string, entries: number): number {
  const keys = Array.from({ length: 4 * entries }, (_, n) => `key:${n}`);
  const value = {};
  const before = heldBytes();
  const sizes = { l1Size: 0.1 * entries, l2Size: 0.3 * entries, l3Size: 0.6 * entries };
  const cache = new MultiLevelCache<object>({ preset, ...sizes });
  for (const key of keys) if (!cache.get(key).hit) cache.set(key, value);
  const bytes = heldBytes() - before;
  const { knownKeys } = cache.getComprehensiveStats();
  // Held until it was measured.
  if (knownKeys !== keys.length) throw new Error(`${knownKeys} of ${keys.length} keys are known`);
  return bytes / knownKeys;
}

const perKey = Object.fromEntries(
  ['tierlab', 'exclusive-lru'].map(preset => [preset, bytesPerKnownKey(preset, 40_000)]),
);
console.log(JSON.stringify({ day: await day(60_000), perKey }));
