import { curveMethods } from '../../engine/curves/methods.ts';
import type { OptionDescription, OptionDescriptions } from '../options/description.ts';

/** Which curves, and how they are measured. */
export const curveOptions = {
  policies: {
    kind: 'list',
    value: 'LIST',
    group: 'Curves',
    catalogue: 'eviction',
    default: 'lru,sieve,s3-fifo,arc,lirs,opt',
    summary: 'eviction policies, a curve each; ./mine.ts for one in a file of your own',
  },
  sizes: {
    kind: 'list',
    value: 'LIST',
    group: 'Curves',
    default: '14 from 0.1% to all keys',
    summary:
      'sizes: 100, 10k (entries), 64MiB (bytes), 1% (of the keys, or of the bytes where sizes are in bytes); auto: up to 28, most of them where the curve of LRU bends',
  },
  method: {
    kind: 'text',
    value: 'SPEC',
    group: 'Curves',
    catalogue: 'methods',
    default: 'auto',
    summary: `how curves are measured: ${curveMethods.map(each => each.name).join(', ')}; shards and mini estimate them, as in mini:rate=0.02`,
  },
  perType: { kind: 'flag', group: 'Curves', summary: 'curves of the requests for each data type alone' },
  perLevel: {
    kind: 'flag',
    group: 'Curves',
    summary: 'hit ratio and latency of a hierarchy over the size of each of its levels, the others as they are',
  },
  more: {
    kind: 'text',
    value: 'SIZE',
    group: 'Curves',
    default: '10% of all levels',
    summary: 'with --per-level: the room that each level is given and deprived of: 100, 1MiB, 5% (of all levels)',
  },
} as const satisfies OptionDescriptions;

export const CURVE_SIZES: OptionDescription = {
  ...curveOptions.sizes,
  default: '14 from 0.1% to all keys; of a level, a quarter to four times what it has',
};
