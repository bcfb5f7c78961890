import { expect, test } from 'vitest';
import { MultiLevelCache } from '../../engine/library/multi-level-cache.ts';
import { randomStream } from '../../engine/random.ts';

/** Operations in the simulated day, two a second. */
const OPERATIONS = 2 * 86_400;

test.each([
  [{ preset: 'tierlab' }],
  [{ preset: 'exclusive-lru', policy: 'arc' }],
  [{ preset: 'reference' }],
  [{ preset: 'tierlab', prediction: 'probability-graph:support=1,threshold=0.1,throttle=false' }],
])('a day of requests for ever new keys leaves nothing behind: %o', async axes => {
  let now = 0;
  const cache = new MultiLevelCache<object>({ ...axes, l1Size: 20, l2Size: 50, l3Size: 100, clock: () => now });
  cache.registerLoader(() => ({}));
  const random = randomStream(1, 'a day');
  const sizes = new Set<string>();
  for (let n = 0; n < OPERATIONS; n++) {
    now += 0.5;
    // Three in four of a slowly moving hot set, the rest never seen before.
    const key = random() < 0.75 ? `hot ${Math.floor(n / 2_000 + 100 * random())}` : `once ${n}`;
    const act = random();
    if (act < 0.02) cache.delete(key);
    else if (act < 0.1) cache.set(key, {}, { ttlMs: 60_000 });
    else if (n % 50 === 0) await cache.getOrLoad(key, () => ({}));
    else if (!cache.get(key).hit) cache.set(key, {}, { priority: 'high' });
    if (n % 10_000 !== 9_999) continue;
    await settled();
    sizes.add(JSON.stringify(held(cache)));
  }
  await settled();
  const { size, knownKeys, forgottenKeys, loads } = cache.getComprehensiveStats();
  expect(forgottenKeys).toBeGreaterThan(20_000);
  expect(knownKeys).toBe(held(cache).universe);
  expect(size).toBeLessThanOrEqual(20 + 50 + 100 + (axes.preset === 'reference' ? 25 + 50 + 40 : 0));
  expect(loads.inFlight).toBe(0);
  // Every measure was the same all day long, but for the values, of which there are as many as keys in the cache.
  expect(sizes.size).toBe(1);
  const { values } = inside(cache).live.contents;
  expect(values.filter(value => value !== undefined)).toHaveLength(size);
});

/** Lets loads in the background end. */
const settled = () => new Promise(resolve => setImmediate(resolve));

interface Inside {
  readonly live: {
    readonly table: { readonly keys: readonly string[]; readonly ids: ReadonlyMap<string, number> };
    readonly contents: { readonly values: readonly unknown[]; readonly sizes: Float64Array };
  };
  readonly fetching: {
    readonly loads: { readonly underWay: ReadonlyMap<string, unknown> };
    readonly waiting: ReadonlyMap<string, unknown>;
  };
  readonly listeners: { readonly waiting: readonly unknown[] };
}

function inside(cache: MultiLevelCache<object>): Inside {
  return cache as unknown as Inside;
}

/** The sizes of all that could grow. */
function held(cache: MultiLevelCache<object>) {
  const { live, fetching, listeners } = inside(cache);
  const { table, contents } = live;
  return {
    universe: contents.sizes.length,
    keys: table.keys.length,
    ids: table.ids.size,
    values: contents.values.length,
    loads: fetching.loads.underWay.size,
    waiting: listeners.waiting.length,
    queued: fetching.waiting.size,
  };
}
