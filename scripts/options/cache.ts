import { COHERENCES, FILLS, INCLUSIONS, PARTITIONS } from '../../engine/configuration/types.ts';
import { choice, type OptionDescriptions } from './description.ts';

/** What the cache is like. */
export const cacheOptions = {
  preset: {
    kind: 'text',
    value: 'NAME',
    group: 'Cache',
    catalogue: 'presets',
    default: 'tierlab',
    summary: 'the design to start from',
  },
  levels: {
    kind: 'list',
    value: 'LIST',
    group: 'Cache',
    summary: 'name=capacity/ttl/policy,…: L1=100/5m/lru,L2=500/15m/lru; capacity 500, 64MiB or 1%; ttl - for none',
  },
  policy: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'eviction',
    summary: 'eviction policy of every level; ./mine.ts for one in a file of your own',
  },
  residency: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    summary: 'who leaves the cache: per-level, unified:policy=lru, guarded:challenger=lirs',
  },
  inclusion: choice(INCLUSIONS, 'Cache', 'whether levels hold copies of each other'),
  placement: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'placement',
    summary: 'where a set or a fill goes',
  },
  admission: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'admission',
    summary: 'whether a newcomer may enter a level',
  },
  promotion: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'promotion',
    summary: 'what a hit below L1 does',
  },
  demotion: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'demotion',
    summary: "where a level's victim goes",
  },
  prediction: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'prediction',
    summary: 'who foretells requests, so that data is fetched ahead of them: none, markov, oracle:lead=0.1',
  },
  fill: choice(FILLS, 'Cache', 'who stores an entry after a miss'),
  coherence: choice(COHERENCES, 'Cache', 'whether a set replaces every copy'),
  partitions: choice(PARTITIONS, 'Cache', 'room of their own for features, models and results'),
  quotas: {
    kind: 'list',
    value: 'LIST',
    group: 'Cache',
    default: 'half of L2, 50 entries, twice L1',
    summary: "the partitions' capacity/ttl/policy, in the words of --levels: features=250/10m/lru,model=50",
  },
} as const satisfies OptionDescriptions;
