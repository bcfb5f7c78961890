import { expect } from 'vitest';
import type { LiveEntries } from '../../engine/library/live-entries.ts';
import { MultiLevelCache } from '../../engine/library/multi-level-cache.ts';
import type { CacheOptions } from '../../engine/library/options.ts';
import type { Prediction } from '../../engine/library/prediction.ts';
import type { LoaderOptions } from '../../engine/library/request.ts';
import { checkPrefetchLaws } from '../../engine/prediction/laws.ts';

/** Lets everything happen that waits for nothing from outside. */
export const settled = () => new Promise(resolve => setImmediate(resolve));

/** Proposes at once whatever followed. */
export const EAGER = 'markov:support=1,throttle=false';

/** A cache with a loader that answers when it is told to, on a clock that stands. */
export function predicting(options: CacheOptions<string> = {}, how: LoaderOptions = {}) {
  const time = { now: 100 };
  const cache = new MultiLevelCache<string>({
    ...{ preset: 'exclusive-lru', prediction: EAGER, clock: () => time.now },
    ...options,
  });
  const calls: { key: string; resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const loader = (key: string) => new Promise<string>((resolve, reject) => calls.push({ key, resolve, reject }));
  cache.registerLoader(loader, how);
  const inside = cache as unknown as { live: LiveEntries<string>; prediction: Prediction<string> };
  return {
    ...{ cache, calls, time, inside },
    /** Keys that were asked of the loader. */
    loaded: () => calls.map(call => call.key),
    /** One client asks for these, and sets what is not there. */
    walk(keys: string, client = 'c') {
      for (const key of keys) if (!cache.get(key, { client }).hit) cache.set(key, key);
    },
    books() {
      expect(checkPrefetchLaws(inside.prediction.prefetcher).filter(law => !law.holds)).toEqual([]);
      return cache.getComprehensiveStats().predictions!;
    },
  };
}
