import type { ResidencyMap, WorkloadStatistics } from '../../engine/documents/workload-statistics.ts';
import { spacedRanks } from '../../engine/statistics/ranks.ts';

const KEYS = 475;
const PARTS = 40;

/** Popular keys lie in the first place, rare ones nowhere, and the border between two places moves to and fro. */
export function sampleResidency(places: number, windows: number): ResidencyMap {
  return {
    keys: frequencies(120_000).map(({ rank, requests }, row) => ({
      rank,
      requests,
      places: Array.from({ length: windows }, (_, window) => {
        const place = Math.floor(Math.log2(rank) / 2 + 0.3 * Math.sin(window / 5 + row));
        return place < places ? Math.max(0, place).toString(36) : '.';
      }).join(''),
    })),
  };
}

/** A power law with exponent 1, and keys that come again after some hundred records. */
export function sampleStatistics(requests: number): WorkloadStatistics {
  const distances = Array.from({ length: 20 }, (_, i) => ({
    from: 10 ** ((i + 4) / 5),
    to: 10 ** ((i + 5) / 5),
    reuses: Math.round(0.1 * requests * Math.exp(-(((i - 8) / 4) ** 2))),
  }));
  const reuses = distances.reduce((sum, bin) => sum + bin.reuses, 0);
  return {
    popularity: {
      keys: KEYS,
      oneHitWonders: 120,
      keysOfHalf: 13,
      top: [{ keys: 1, requests: Math.round(requests / 6.7) }],
      zipf: { exponent: 1, rSquared: 0.98, toRank: 300 },
    },
    ranks: frequencies(requests),
    reuse: {
      compulsoryMisses: Math.max(0, requests - reuses),
      reuses,
      distance: { p10: 60, p50: 251, p90: 1_500, max: 100_000 },
      decades: [{ upTo: 100_000, reuses }],
    },
    distances,
    workingSet: Array.from({ length: PARTS }, (_, part) => ({
      from: Math.ceil((part * requests) / PARTS),
      operations: Math.ceil(((part + 1) * requests) / PARTS) - Math.ceil((part * requests) / PARTS),
      seconds: null,
      keys: 200 + 10 * (part % 7),
      newKeys: Math.round(200 / (part + 1)),
      bytes: null,
    })),
  };
}

function frequencies(requests: number) {
  return spacedRanks(KEYS, 60).map(rank => ({ rank, requests: Math.max(1, Math.round(requests / (6.7 * rank))) }));
}
