import { shapesOf } from '../../engine/curves/shape.ts';
import type { MrcDocument, MrcRow } from '../../engine/documents/mrc.ts';

/** Bent curves: misses fall with the size down to a floor, OPT below the rest. */
export function sampleCurves(policies: readonly string[], sizes: readonly number[], requests: number): MrcRow[] {
  const largest = sizes.length > 1 ? Math.max(...sizes) : 20 * sizes[0]!;
  return policies.flatMap((policy, place) =>
    sizes.map((size): MrcRow => {
      const part = (size / largest) ** 0.45;
      const bend = policy === 'opt' ? 0.55 : policy === 'lru' ? 1 : 0.8 + 0.25 * Math.sin(3 * place + 4 * part);
      const missRatio = Math.min(1, 0.06 + 0.8 * (1 - part) ** 1.4 * bend);
      const misses = Math.round(missRatio * requests);
      return {
        policy,
        capacity: size,
        unit: 'entries',
        requests,
        hits: requests - misses,
        misses,
        hitRatio: (requests - misses) / requests,
        missRatio: misses / requests,
        evictions: Math.max(0, misses - size),
      };
    }),
  );
}

/** Curves with their shapes. */
export function shaped(rows: readonly MrcRow[]) {
  return { rows, shapes: shapesOf(rows) };
}

export function sampleMrc(
  policies: readonly string[] = ['lru', 'fifo', 'sieve', 's3-fifo:small=0.1', 'arc', 'lirs', 'two-queue', 'opt'],
  sizes: readonly number[] = [100, 200, 400, 800, 1500, 3000, 6000, 10_000, 20_000],
): MrcDocument {
  const rows = sampleCurves(policies, sizes, 150_000);
  return {
    schema: 'tierlab/mrc@1',
    digest: 'c07a11e5d04e5d6188aa90c2f1e7d35b6a4c08e29d71f3b5c6e8a9d0b1c2d3e4',
    seed: 1,
    workload: { spec: 'zipf:alpha=0.9,keys=20000', requests: 150_000, operations: 150_000, keys: 20_000 },
    ...shaped(rows),
    timing: {
      wallMs: 2100,
      requestsPerSecond: 21_000_000,
      title: 'zipf:alpha=0.9,keys=20000',
      command: `npm run mrc -- --workload zipf:alpha=0.9,keys=20000 --policies ${policies.join(',')} --sizes ${sizes.join(',')}`,
      rows: rows.map(({ policy, capacity }) => ({ policy, capacity, requestsPerSecond: 21_000_000 })),
    },
  };
}

/** The same curves, estimated: the smallest size counted, all others from 1 % of the keys, each ± 2.04 points. */
export function sampleEstimates(policies?: readonly string[], sizes?: readonly number[]): MrcDocument {
  const { rows, ...rest } = sampleMrc(policies, sizes);
  const smallest = sizes?.length === 1 ? 0 : Math.min(...rows.map(row => row.capacity));
  const estimate = { estimated: true, method: 'mini:rate=0.01', rate: 0.01, error: 0.0204 } as const;
  return { ...rest, rows: rows.map(row => (row.capacity === smallest ? row : { ...row, ...estimate })) };
}

/** LRU's curves by data type, of 10,000 requests each, from the hits at each size. */
export function sampleTypes(
  hits: Readonly<Record<string, readonly number[]>> = {
    features: [2_000, 5_000, 7_000, 8_000, 8_500],
    model: [100, 300, 500, 6_000, 9_000],
    result: [3_000, 3_100, 3_200, 3_300, 3_400],
  },
  sizes: readonly number[] = [50, 100, 200, 400, 800],
): MrcDocument {
  const requests = 10_000;
  const rows = Object.entries(hits).flatMap(([type, own]) =>
    own.map((each, s): MrcRow => {
      const misses = requests - each;
      const ratios = { hitRatio: each / requests, missRatio: misses / requests };
      const counts = { requests, hits: each, misses, ...ratios, evictions: misses };
      return { type, policy: 'lru', capacity: sizes[s]!, unit: 'entries', ...counts };
    }),
  );
  const types = Object.keys(hits);
  const shapes = types.flatMap(type =>
    shapesOf(rows.filter(row => row.type === type)).map(each => ({ type, ...each })),
  );
  return { ...sampleMrc(['lru'], sizes), rows, shapes };
}
