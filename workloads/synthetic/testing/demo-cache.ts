import { GET } from '../../requests.ts';
import type { Written } from './made.ts';

const CAPACITIES = [50, 150, 300];
const LEVEL_OF_PRIORITY = [2, 1, 0];

/**
 * A plain model of the reference cache for runs in which nothing expires: three LRU maps; a set goes to the level of its
 * priority, a hit is copied one level up and stays where it is, an evicted entry is gone.
 * @returns hits of L1, L2 and L3 per get
 */
export function demoHitRatios(records: readonly Written[]): number[] {
  const levels = CAPACITIES.map(() => new Set<number>());
  const hits = [0, 0, 0];
  let gets = 0;
  const store = (level: number, id: number) => {
    const entries = levels[level]!;
    entries.delete(id);
    entries.add(id);
    // A set iterates in order of insertion: its first entry is the least recently used.
    for (const oldest of entries) {
      if (entries.size <= CAPACITIES[level]!) break;
      entries.delete(oldest);
    }
  };
  for (const { id, op, priority } of records) {
    if (op !== GET) {
      store(LEVEL_OF_PRIORITY[priority]!, id);
      continue;
    }
    gets++;
    const level = levels.findIndex(entries => entries.has(id));
    if (level < 0) continue;
    hits[level]!++;
    store(level, id);
    if (level > 0) store(level - 1, id);
  }
  return hits.map(count => count / gets);
}
