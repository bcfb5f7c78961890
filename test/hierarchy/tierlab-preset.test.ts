import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { replay } from '../../engine/replay/replay.ts';
import { generate } from '../../engine/runners/generate.ts';

const REQUESTS = 20_000;

/** Hit ratio at 15 / 45 / 90 entries. */
function hitRatio(preset: string, workload: string, seed: number): number {
  const requests = generate(workload, REQUESTS, seed);
  const options = { preset, levels: 'L1=15/-/lru,L2=45/-/lru,L3=90/-/lru', fill: 'read-through' };
  const configuration = resolveConfiguration(options, { keys: requests.universe, bytes: requests.bytes });
  const run = replay(requests, configuration, { seed, warmup: 0 });
  return 1 - run.misses / run.requests;
}

const WORKLOADS = [
  'zipf:keys=1000,alpha=0.7',
  'zipf:keys=1000,alpha=1.1',
  'uniform:keys=300',
  'loop:keys=400',
  'shifting-hotspot:keys=1000,hot=50,period=500',
  'shifting-hotspot:keys=1000,hot=100,period=5000',
  'scan:keys=500,length=300',
  'hot-warm-cold',
  'ml-pipeline',
];

describe('the preset tierlab, against one LRU of the same total capacity', () => {
  // A challenge that fails costs a tenth of the capacity, 15 hits, and one for each of 150 entries to be fetched again: 165 of
  // 20,000 requests, 0.8 points. The next one needs twice the lead.
  it.each(WORKLOADS.flatMap(workload => [1, 2].map(seed => [workload, seed] as const)))(
    'on %s with seed %i is never a point below',
    (workload, seed) => {
      expect(hitRatio('tierlab', workload, seed)).toBeGreaterThan(hitRatio('flat', workload, seed) - 0.01);
    },
  );

  it('hits almost always on a loop slightly longer than the cache, where LRU never does', () => {
    // 153 keys in turn, 150 entries: OPT would miss 3 of 152, LRU all.
    expect(hitRatio('flat', 'loop:keys=153', 1)).toBe(0);
    expect(hitRatio('tierlab', 'loop:keys=153', 1)).toBeGreaterThan(0.9);
  });

  it('keeps popular keys through skewed requests and through scans', () => {
    // The design's prototypes gained 7.7 points on Zipf 0.7 and 8 on scans through a Zipf; half of that must hold.
    for (const workload of ['zipf:keys=1000,alpha=0.7', 'scan:keys=500,length=300'])
      expect(hitRatio('tierlab', workload, 1)).toBeGreaterThan(hitRatio('flat', workload, 1) + 0.04);
  });
});
