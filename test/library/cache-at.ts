import { MultiLevelCache } from '../../engine/library/multi-level-cache.ts';
import type { CacheOptions } from '../../engine/library/options.ts';

/** A cache on a clock that stands until it is moved. */
export function cacheAt(options: CacheOptions<string> = {}) {
  const time = { now: 1_000 };
  return { time, cache: new MultiLevelCache<string>({ clock: () => time.now, ...options }) };
}
