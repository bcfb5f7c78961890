import seedrandom from 'seedrandom';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { CompareDocument } from '../../engine/documents/compare.ts';
import { compare, type World } from '../../engine/experiments/comparison/compare.ts';

/** What a made-up comparison looks like. */
export interface CompareSample {
  /** Mean hit ratio by variant, workload by workload; the rest follows from it. */
  readonly ratios?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly samples?: 'seeds' | 'blocks';
  /** Half the width of what seeds differ by among variants. */
  readonly noise?: number;
}

const RATIOS = {
  zipf: { lru: 0.6, arc: 0.6, lirs: 0.65 },
  loop: { lru: 0, arc: 0.1, lirs: 0.9 },
  'a trace of a cache with a long name.csv': { lru: 0.8, arc: 0.7, lirs: 0.8 },
};

/** Invented numbers, really compared. */
export function sampleCompare({
  ratios = RATIOS,
  samples = 'seeds',
  noise = 0.001,
}: CompareSample = {}): CompareDocument {
  const random = seedrandom.xor128('sample');
  const config = resolveConfiguration({}, { keys: 5_000, bytes: null });
  const count = samples === 'seeds' ? 10 : 20;
  const summary = { requests: 100_000, operations: 100_000, keys: 5_000 };
  const worlds = Object.entries(ratios).map(([spec, byVariant]): World => {
    const luck = Array.from({ length: count }, () => 0.02 * random());
    return {
      workload: { spec, ...summary, samples, count, counted: 100_000 },
      variants: Object.entries(byVariant).map(([name, ratio]) => {
        const hits = luck.map(each => Math.max(0, Math.min(1, ratio + each + noise * (2 * random() - 1))));
        return {
          name,
          options: { policy: name },
          config,
          observation: {
            hitRatio: hits,
            latencyMeanMs: hits.map(each => 0.5 + 6 * (1 - each)),
            latencyP99Ms: hits.map(() => 10),
            originFetches: hits.map(each => Math.round(1e5 * (1 - each))),
            moved: hits.map((_, i) => (name === 'lru' ? 0 : 1_000 + i)),
            staleHits: hits.map(() => 0),
            memory: hits.map(() => 1_600),
          },
        };
      }),
    };
  });
  const titles = Object.keys(ratios);
  return {
    schema: 'tierlab/compare@1',
    digest: '3f9c2a17'.padEnd(64, '0'),
    seed: 1,
    workload: { spec: titles[0]!, ...summary },
    workloads: worlds.map(each => each.workload),
    ...compare(worlds, 1),
    timing: { wallMs: 1, requestsPerSecond: 1, command: 'npx tierlab compare', title: titles.join(', '), titles },
  };
}
