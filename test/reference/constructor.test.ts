import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { readVector } from './read-vector.ts';

interface Vector {
  readonly cases: readonly {
    readonly config: { readonly l1_size?: number; readonly l2_size?: number; readonly l3_size?: number };
    readonly error: string | null;
    readonly levels: Record<string, { readonly capacity: number; readonly ttl_s: number }>;
  }[];
}

describe('the constructor of the preset reference', () => {
  it.each(readVector<Vector>('12_constructor_cases').cases)('with $config', ({ config, error, levels }) => {
    const { l1_size = 100, l2_size = 500, l3_size = 1000 } = config;
    const text = `L1=${l1_size}/5m/lru,L2=${l2_size}/15m/lru,L3=${l3_size}/30m/lru`;
    const resolve = () => resolveConfiguration({ preset: 'reference', levels: text }, { keys: 1, bytes: null });
    if (error !== null) {
      expect(resolve).toThrow(/must be more than 0|leaves the partition features no room/);
      return;
    }
    const configuration = resolve();
    const stores = [...configuration.levels, ...configuration.partitionLevels];
    const derived = stores.map(({ name, capacity, ttlSeconds }) => [
      name === 'features' ? 'feature' : name,
      { capacity, ttl_s: ttlSeconds },
    ]);
    expect(Object.fromEntries(derived)).toEqual(levels);
  });
});
