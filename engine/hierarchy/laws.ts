import type { Check } from '../documents/sim.ts';
import { DEMOTED, PROMOTED } from './events.ts';
import type { Hierarchy } from './hierarchy.ts';
import type { Level } from './level.ts';

/** What the driver of a hierarchy counted by itself. */
export interface Driven {
  readonly requests: number;
  readonly misses: number;
  readonly universe: number;
}

/** The accounting laws, checked on a hierarchy after a run. */
export function checkLaws(hierarchy: Hierarchy, { requests, misses, universe }: Driven): Check[] {
  const { levels, stores } = hierarchy;
  const partitions = stores.slice(0, stores.length - levels.length);
  const hits = sum(stores, store => store.hits);
  const stale = hierarchy.staleAnswers.count;
  const partitionHits = sum(partitions, store => store.hits);
  const checks: Check[] = [
    {
      law: 'requests = hits of all levels and partitions + stale answers + misses',
      holds: requests === hits + stale + misses,
    },
    {
      law: 'lookups of the first level = requests − partition hits − stale answers',
      holds: levels[0]!.lookups === requests - partitionHits - stale,
    },
    { law: 'misses of the last level = misses', holds: levels[levels.length - 1]!.misses === misses },
    {
      law: 'demoted out of all levels = demoted into all levels',
      holds: departures(levels, DEMOTED) === sum(levels, level => level.demotedIn),
    },
    {
      law: 'promoted out of all levels ≤ promoted into all levels',
      holds: departures(levels, PROMOTED) <= sum(levels, level => level.promotedIn),
    },
  ];
  for (const [depth, level] of levels.entries()) {
    const above = levels[depth - 1];
    if (above)
      checks.push({ law: `lookups of ${level.name} = misses of ${above.name}`, holds: level.lookups === above.misses });
  }
  for (const store of stores) checks.push(...storeLaws(store, recount(hierarchy, store, universe)));
  return checks;
}

function storeLaws(store: Level, recounted: { residents: number; used: number }): Check[] {
  const { name } = store;
  const gone = store.left.reduce((total, count) => total + count, 0);
  return [
    { law: `${name}: lookups = hits + misses`, holds: store.lookups === store.hits + store.misses },
    {
      law: `${name}: resident at start + inserted = evicted + expired + invalidated + back-invalidated + promoted out + demoted out + resident`,
      holds: store.residentsAtStart + store.inserted === gone + store.residents,
    },
    {
      law: `${name}: residents are those that the column of residencies names`,
      holds: recounted.residents === store.residents,
    },
    { law: `${name}: the room in use is the sum of the residents' sizes`, holds: recounted.used === store.used },
    { law: `${name}: the room in use does not exceed the capacity`, holds: store.used <= store.capacity },
  ];
}

function recount(hierarchy: Hierarchy, store: Level, universe: number): { residents: number; used: number } {
  let residents = 0;
  let used = 0;
  for (let id = 0; id < universe; id++) {
    if (!hierarchy.residents.holds(store, id)) continue;
    residents++;
    used += hierarchy.residents.sizeIn(store, id);
  }
  return { residents, used };
}

function sum(stores: readonly Level[], count: (store: Level) => number): number {
  return stores.reduce((total, store) => total + count(store), 0);
}

function departures(stores: readonly Level[], cause: number): number {
  return sum(stores, store => store.left[cause]!);
}
