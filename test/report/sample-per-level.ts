import type { LevelSizeRow, MrcPerLevelDocument } from '../../engine/documents/mrc-per-level.ts';
import { levelSizes, roomsOf } from '../../engine/experiments/level-sizes.ts';
import { sampleSim } from './sample-sim.ts';

/** A hierarchy over the sizes of its levels. Numbers are invented: hits grow with all room, time shrinks with that of fast levels. */
export function samplePerLevel({ levels = 3, room = 40 } = {}): MrcPerLevelDocument {
  const { configuration, timing, totals, ...head } = sampleSim({ levels });
  const requests = 100_000;
  const present = configuration.levels.map(level => level.capacity);
  const sizes = levelSizes(configuration, room, null);
  const rows = sizes.map(({ store, capacity }): LevelSizeRow => {
    const capacities = present.map((each, d) => (d === store ? capacity : each));
    const all = capacities.reduce((sum, each) => sum + each);
    const hits = Math.round((requests * all) / (all + 200));
    const misses = requests - hits;
    const inFast = capacities.reduce((sum, each, d) => sum + each / (d + 1), 0);
    return {
      level: configuration.levels[store]!.name,
      capacity,
      ...{ requests, hits, misses, hitRatio: hits / requests, missRatio: misses / requests },
      ...{ latencyMeanMs: 500 / inFast, latencyP99Ms: 12, originFetches: misses, moved: 3 * hits },
    };
  });
  return {
    schema: 'tierlab/mrc-per-level@1',
    ...{ digest: head.digest, seed: 1, workload: { ...head.workload, requests }, configuration, room, rows },
    rooms: roomsOf(configuration, room, rows),
    timing: { wallMs: 900, requestsPerSecond: 1e6, title: 'hot-warm-cold', command: 'npx tierlab mrc --per-level' },
  };
}
