import { expect, it } from 'vitest';
import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { latencyOverall, totalsOf } from '../../engine/experiments/measurements.ts';
import { randomStream } from '../../engine/random.ts';
import { replay } from '../../engine/replay/replay.ts';
import { Recorder } from '../../workloads/recorder.ts';

const GETS = 40_000;
const RATE = 10;

/**
 * One key, Poisson arrivals at rate λ, a fetch that takes Z, a fixed lifetime T from its end. A cycle begins with a miss; the λZ requests
 * that come during the fetch wait Z/2 on average, the λT of the lifetime hit, and the next one begins another cycle.
 */
it.each([
  [0.05, 1],
  [0.3, 0.5],
  [1, 0.2],
])(
  'one key whose fetch takes %d s and which lives %d s has the delayed hits and the mean latency of the closed form',
  (fetch, life) => {
    const random = randomStream(1, 'arrivals');
    const recorder = new Recorder(['time']);
    let time = 0;
    for (let i = 0; i < GETS; i++) {
      recorder.add(0, { time });
      time -= Math.log(1 - random()) / RATE;
    }
    const requests = recorder.finish();
    const latency = `L1=fixed:ms=0,origin=fixed:ms=${1e3 * fetch}`;
    const options = { preset: 'flat', levels: `L1=1/${life}s/lru`, latency };
    const run = replay(requests, resolveConfiguration(options, factsOf(requests)), { seed: 1, warmup: 0 });
    const { delayedHits, hits, originFetches } = totalsOf(run, requests);
    const cycle = 1 + RATE * (fetch + life);
    expect(delayedHits / GETS).toBeCloseTo((RATE * fetch) / cycle, 1.9);
    expect(hits / GETS).toBeCloseTo((RATE * life) / cycle, 1.9);
    expect((originFetches / GETS) * cycle).toBeCloseTo(1, 1.5);
    expect(latencyOverall(run).mean / 1e3).toBeCloseTo((fetch + (RATE * fetch * fetch) / 2) / cycle, 2);
  },
);
