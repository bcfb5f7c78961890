import type { Check } from '../documents/sim.ts';
import type { Prefetcher } from './prefetcher.ts';

/** The laws of the books on prediction, checked after a run. */
export function checkPrefetchLaws({ counts, residentUnused, recounted }: Prefetcher): Check[] {
  const { requested, redundant, rejected, issued, useful, late, evictedUnused, expiredUnused } = counts;
  return [
    { law: 'requested prefetches = redundant + rejected + issued', holds: requested === redundant + rejected + issued },
    {
      law: 'issued prefetches = useful + late + evicted unused + expired unused + resident unused',
      holds: issued === useful + late + evictedUnused + expiredUnused + residentUnused,
    },
    { law: 'unused prefetches are those that the column of states names', holds: recounted === residentUnused },
  ];
}
