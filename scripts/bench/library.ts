import { LRUCache } from 'lru-cache';
import { MultiLevelCache } from '../../engine/library/multi-level-cache.ts';
import { randomStream } from '../../engine/random.ts';
import type { Requests } from '../../workloads/requests.ts';
import type { Contender } from './contender.ts';

/** A cache as its user sees it: keys are strings, and who misses sets. */
type Ask = (key: string) => boolean;

interface Setting {
  readonly name: string;
  readonly sizes: { readonly l1Size: number; readonly l2Size: number; readonly l3Size: number };
  /** The keys that are asked for, as many as there are requests. */
  keys(requests: Requests): string[];
}

const SMALL = { l1Size: 50, l2Size: 150, l3Size: 300 };

const settings: readonly Setting[] = [
  { name: 'zipf', sizes: { l1Size: 10_000, l2Size: 30_000, l3Size: 60_000 }, keys: named },
  { name: 'hits of L1', sizes: SMALL, keys: ({ operations }) => drawn(operations, [[1, 50]]) },
  {
    name: '60/30/10',
    sizes: SMALL,
    keys: ({ operations }) =>
      drawn(operations, [
        [0.6, 20],
        [0.3, 80],
        [0.1, 400],
      ]),
  },
];

const HALF_AN_HOUR_MS = 1_800_000;

/** What applications use: string keys, values, and the clock. Each setting with the package lru-cache first, without lifetimes and with them. */
export const libraries: readonly Contender[] = settings.flatMap(setting => {
  const { name, sizes } = setting;
  const max = sizes.l1Size + sizes.l2Size + sizes.l3Size;
  // As the library has lifetimes, and its clock the same resolution.
  const baseline = `lru-cache with ttl, ${name}`;
  return [
    row(`lru-cache, strings, ${name}`, setting, () => askPackage({ max })),
    row(baseline, setting, () => askPackage({ max, ttl: HALF_AN_HOUR_MS })),
    ...['exclusive-lru', 'tierlab'].map(preset => ({
      ...row(`library ${preset}, ${name}`, setting, () => askLibrary({ ...sizes, preset })),
      beside: baseline,
    })),
  ];
});

function row(name: string, setting: Setting, open: () => Ask): Contender {
  return {
    name,
    group: 'library',
    run(requests) {
      const keys = setting.keys(requests);
      const ask = open();
      let hits = 0;
      const start = performance.now();
      for (let i = 0; i < keys.length; i++) if (ask(keys[i]!)) hits++;
      return { ms: performance.now() - start, passes: 1, hits };
    },
  };
}

function askPackage(options: { readonly max: number; readonly ttl?: number }): Ask {
  const cache = new LRUCache<string, number>(options);
  return key => {
    if (cache.get(key) !== undefined) return true;
    cache.set(key, 1);
    return false;
  };
}

function askLibrary(options: Setting['sizes'] & { readonly preset: string }): Ask {
  const cache = new MultiLevelCache<number>(options);
  return key => {
    if (cache.get(key).hit) return true;
    cache.set(key, 1);
    return false;
  };
}

/** The workload of the table, its ids as texts. */
function named({ batches, universe }: Requests): string[] {
  const names = Array.from({ length: universe }, (_, id) => `key:${id}`);
  const keys: string[] = [];
  for (const { id: ids, length } of batches) for (let i = 0; i < length; i++) keys.push(names[ids[i]!]!);
  return keys;
}

/** Keys of several classes, each with its share of the requests and its number of keys. */
function drawn(length: number, classes: readonly (readonly [share: number, keys: number])[]): string[] {
  const random = randomStream(1, 'bench/library');
  const names = classes.map(([, count], of) => Array.from({ length: count }, (_, n) => `class ${of}:${n}`));
  let sum = 0;
  const upTo = classes.map(([share]) => {
    sum += share;
    return sum;
  });
  // Sums of tenths fall short of 1.
  upTo[upTo.length - 1] = 1;
  return Array.from({ length }, () => {
    const chance = random();
    const own = names[upTo.findIndex(share => chance < share)]!;
    return own[Math.floor(random() * own.length)]!;
  });
}
