import type { ErrorCase } from './case.ts';

/** Miss-ratio curves. */
export const curves: readonly ErrorCase[] = [
  [
    'a hierarchy for the curves of single caches',
    'mrc --levels L1=5',
    '--levels: is for --per-level; curves of single caches take --policies and --admission',
  ],
  [
    'room more where no level is sized',
    'mrc --more 100',
    '--more: is for --per-level; curves of single caches take --policies and --admission',
  ],
  [
    'policies to compare in a hierarchy',
    'mrc --per-level --policies lru',
    '--policies: is for curves of single caches, not for --per-level, which sizes the levels of one hierarchy',
  ],
  [
    'a method for a hierarchy',
    'mrc --per-level --method mini',
    '--method: is for curves of single caches, not for --per-level, which sizes the levels of one hierarchy',
  ],
  [
    'types and levels at once',
    'mrc --per-level --per-type',
    '--per-type: is for curves of single caches, not for --per-level, which sizes the levels of one hierarchy',
  ],
  [
    'room in another unit',
    'mrc --per-level --more 1MiB',
    '--more: found 1MiB, expected entries, which the levels are in, or percent',
  ],
  [
    'an unknown policy',
    'mrc --policies lru,seive',
    '--policies: unknown eviction policy "seive"; did you mean "sieve"?',
  ],
  [
    'a negative size',
    'mrc --sizes -5,10',
    '--sizes: capacity "-5" must be more than 0 (expected for example 500, 250k, 64MiB or 1%)',
  ],
  [
    'bytes on a workload without sizes',
    'mrc -w keys.txt --sizes 64MiB',
    '--sizes: capacity in bytes, but the workload has no sizes: give it in entries or percent',
  ],
  [
    'an unknown admission policy',
    'mrc --admission tinylfo',
    '--admission: unknown admission policy "tinylfo"; did you mean "tinylfu"?',
  ],
  [
    'an admission policy that looks at sizes, without any',
    'mrc --admission size-below:bytes=5',
    '--admission: size-below looks at sizes: give the capacity in bytes, on a workload with sizes',
  ],
  [
    'admission, where the method knows LRU alone',
    'mrc --method shards --admission tinylfu',
    '--admission: shards estimates LRU without admission; --method mini takes both',
  ],
  [
    'an admission policy that a sample tells nothing about',
    'mrc --method mini --admission adaptsize',
    '--admission: adaptsize counts requests, of which a sample has fewer: not with --method mini',
  ],
  ['an unknown method', 'mrc --method shard', '--method: unknown method "shard"; did you mean "shards"?'],
  [
    'a method with a rate and a number of keys',
    'mrc --method shards:rate=0.1,keys=100',
    '--method: "shards:rate=0.1,keys=100": expected rate or keys, found both',
  ],
  ['too high a rate', 'mrc --method mini:rate=1', '--method: mini:rate: found "1", expected 0.00001 to 0.5'],
  [
    'a policy that the method is not for',
    'mrc --method shards --policies lru,sieve',
    '--policies: shards estimates lru only, found sieve; --method mini takes nearly any policy',
  ],
  [
    'a policy that a small cache misjudges',
    'mrc --method mini --policies lru,lfu',
    '--policies: mini misjudges lfu, which misses otherwise in a smaller cache for fewer keys; --method auto counts it',
  ],
  [
    'bytes, where the method counts entries',
    'mrc -w sized.csv --method shards --sizes 1KiB',
    '--sizes: shards estimates sizes in entries only; --method mini takes bytes',
  ],
];
