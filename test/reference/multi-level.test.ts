import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Level } from '../../engine/hierarchy/level.ts';
import { DATA_TYPES, PRIORITIES } from '../../workloads/requests.ts';
import { readVector } from './read-vector.ts';
import { Recording } from './recording.ts';

interface Operation {
  readonly op: 'get' | 'set' | 'cleanup' | 'stats' | 'contains';
  readonly t: number;
  readonly key: string;
  readonly value: unknown;
  readonly type?: string;
  readonly priority?: string;
}

interface Vector {
  readonly config: { readonly l1_size: number; readonly l2_size: number; readonly l3_size: number };
  readonly ops: readonly Operation[];
  readonly results: readonly unknown[];
  readonly trace: readonly (readonly string[])[];
  readonly final: {
    readonly state: Record<string, [string, number][]>;
    readonly sizes: Record<string, number>;
    readonly stats: object;
  };
}

const NAMES = [
  '01_tiny_placement_and_promotion',
  '02_promotion_evicts_high_priority',
  '03_ttl_boundaries',
  '04_partitions_and_types',
  '05_stale_reads_after_update',
  '06a_ttl_lazy_only',
  '06b_ttl_with_active_cleanup',
  '07_demo_60_30_10_seed42',
  '13_demo_promotion_seed42',
];

describe('the preset reference', () => {
  it.each(NAMES)('replays %s exactly', name => {
    const vector = readVector<Vector>(name);
    const { l1_size, l2_size, l3_size } = vector.config;
    const configuration = resolveConfiguration(
      { preset: 'reference', levels: `L1=${l1_size}/5m/lru,L2=${l2_size}/15m/lru,L3=${l3_size}/30m/lru` },
      { keys: 1, bytes: null },
    );
    const recording = new Recording(configuration, 2000);
    for (const [i, operation] of vector.ops.entries()) {
      recording.trace = [];
      const result = perform(recording, operation);
      expect({ i, result }).toEqual({ i, result: vector.results[i] });
      if (operation.op !== 'cleanup') expect({ i, trace: recording.trace }).toEqual({ i, trace: vector.trace[i] });
    }
    const { stores } = recording.hierarchy;
    expect(Object.fromEntries(stores.map(store => [nameOf(store), recording.order(store)]))).toEqual(
      vector.final.state,
    );
    expect(Object.fromEntries(stores.map(store => [nameOf(store), store.residents]))).toEqual(vector.final.sizes);
    expect(statistics(recording)).toEqual(vector.final.stats);
  });
});

function perform(recording: Recording, operation: Operation): unknown {
  const { hierarchy } = recording;
  const { op, t, key, value } = operation;
  const type = Math.max(0, (DATA_TYPES as readonly string[]).indexOf(operation.type ?? 'general'));
  const priority = Math.max(0, (PRIORITIES as readonly string[]).indexOf(operation.priority ?? 'normal'));
  switch (op) {
    case 'get':
      return recording.get(key, t, type);
    case 'set':
      recording.set(key, value, t, type, priority);
      return {};
    case 'cleanup': {
      const before = hierarchy.stores.map(store => store.residents);
      hierarchy.advance(t);
      hierarchy.sweep();
      return {
        removed: Object.fromEntries(hierarchy.stores.map((store, s) => [nameOf(store), before[s]! - store.residents])),
      };
    }
    case 'stats':
      return { stats: statistics(recording) };
    case 'contains': {
      const id = recording.id(key);
      return Object.fromEntries(hierarchy.stores.map(store => [nameOf(store), recording.contains(store, id, t)]));
    }
  }
}

/** The implementation's own counters: `l1_misses` counts the misses of the whole cache, the other flat ones are never raised. */
function statistics({ hierarchy }: Recording): object {
  const [l1, l2, l3] = hierarchy.levels as [Level, Level, Level];
  return {
    l1_stats: levelStatistics(l1),
    l2_stats: levelStatistics(l2),
    l3_stats: levelStatistics(l3),
    l1_hits: l1.hits,
    l1_misses: l3.misses,
    l2_hits: l2.hits,
    l2_misses: 0,
    l3_hits: l3.hits,
    l3_misses: 0,
    predictions_made: 0,
    predictions_hit: 0,
    total_requests: l1.lookups,
  };
}

function levelStatistics({ residents, capacity, ttl, hits, misses }: Level): object {
  const hit_rate_percent = (hits / Math.max(1, hits + misses)) * 100;
  return { size: residents, max_size: capacity, ttl_seconds: ttl, hits, misses, hit_rate_percent };
}

function nameOf(store: Level): string {
  return store.name === 'features' ? 'feature' : store.name;
}
