import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { latencyOverall } from '../../engine/experiments/measurements.ts';
import { replay } from '../../engine/replay/replay.ts';
import { generate } from '../../engine/runners/generate.ts';

/** Predictors that propose what they should not, and workloads in which nothing follows from anything. */
const BAD = ['markov:threshold=0.02,support=1', 'sequential:degree=4'];

describe.each(['uniform', 'zipf'])('on %s, behind six servers at the origin,', workload => {
  const requests = generate(workload, 20_000, 1);
  const meanMs = (prediction: string) => {
    const configuration = resolveConfiguration(
      {
        preset: 'exclusive-lru',
        levels: 'L1=50/-/lru,L2=150/-/lru,L3=300/-/lru',
        latency: 'origin=fixed:ms=20',
        originConcurrency: '6',
        rate: '200',
        prediction,
      },
      { keys: requests.universe, bytes: null },
    );
    return latencyOverall(replay(requests, configuration, { seed: 1, warmup: 4_000 })).mean;
  };
  const without = meanMs('none');

  it.each(BAD)('%s costs at least a tenth of the latency without the throttle and at most a fiftieth with it', bad => {
    expect(meanMs(`${bad},throttle=false`) / without).toBeGreaterThan(1.1);
    expect(meanMs(bad) / without).toBeLessThan(1.02);
  });

  it('the shorter the queue that it may join, the less it costs', () => {
    const [longer, shorter, none] = [64, 8, 0].map(queue => meanMs(`${BAD[0]},throttle=false,queue=${queue}`));
    expect(longer! / shorter!).toBeGreaterThan(1.5);
    expect(shorter! / none!).toBeGreaterThan(1.2);
  });
});
