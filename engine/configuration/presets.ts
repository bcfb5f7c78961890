import type { Options } from './types.ts';

export interface Preset {
  readonly name: string;
  readonly summary: string;
  readonly options: Required<Omit<Options, 'preset' | 'policy' | 'admission' | 'quotas' | 'sweep' | 'inflight'>> &
    Options;
}

const LATENCY = 'L1=fixed:ms=0.02,L2=fixed:ms=0.2,L3=fixed:ms=1,origin=lognormal:median=5,sigma=0.3';

/** Requests per second of a workload without times. */
export const DEFAULT_RATE = 1_000;

const COMMON = {
  partitions: 'none',
  fill: 'cache-aside',
  latency: LATENCY,
  rate: `${DEFAULT_RATE}`,
  expiry: 'expired-first',
  tti: '-',
  staleWhileRevalidate: '-',
  lifetime: 'carry',
  coherence: 'supersede',
  levelTtl: 'cool',
  inclusion: 'exclusive',
  originConcurrency: '-',
  prediction: 'none',
};

const DOCUMENT_LEVELS = 'L1=100/5m/lru,L2=500/15m/lru,L3=1000/30m/lru';

/** Named starting points; every axis can be changed from there. */
export const presets: readonly Preset[] = [
  {
    name: 'tierlab',
    summary: 'One guarded order says who stays; faster levels hold the more frequent entries',
    options: {
      ...COMMON,
      levels: DOCUMENT_LEVELS,
      residency: 'guarded:challenger=lirs',
      placement: 'priority',
      promotion: 'frequency',
      demotion: 'cascade',
    },
  },
  {
    name: 'exclusive-lru',
    summary:
      'LRU everywhere, fill and promote to the top, cascade down: hit for hit a flat LRU of the same total capacity',
    options: {
      ...COMMON,
      // One lifetime for all levels, as a flat cache has: a level TTL of its own would reorder what LRU keeps.
      levels: 'L1=100/30m/lru,L2=500/30m/lru,L3=1000/30m/lru',
      residency: 'per-level',
      placement: 'top',
      promotion: 'every-hit:to=top,by=move',
      demotion: 'cascade',
    },
  },
  {
    name: 'reference',
    summary: 'The public implementation of the document, with its stale reads, lost entries and write-only partitions',
    options: {
      ...COMMON,
      levels: DOCUMENT_LEVELS,
      residency: 'per-level',
      inclusion: 'nine',
      placement: 'priority',
      promotion: 'every-hit:to=next,by=copy',
      demotion: 'drop',
      levelTtl: 'remove',
      lifetime: 'restamp',
      expiry: 'lazy',
      coherence: 'none',
      partitions: 'write-only',
      inflight: 'off',
    },
  },
  {
    name: 'flat',
    summary: 'One LRU of the same total capacity and the longest TTL, as fast as the last level',
    options: {
      ...COMMON,
      // Folded into one level when it is resolved.
      levels: DOCUMENT_LEVELS,
      residency: 'per-level',
      placement: 'top',
      promotion: 'never',
      demotion: 'drop',
    },
  },
];
