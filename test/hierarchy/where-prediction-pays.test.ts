import { describe, expect, it } from 'vitest';
import { factsOf, resolveConfiguration } from '../../engine/configuration/resolve.ts';
import { latencyOverall } from '../../engine/experiments/measurements.ts';
import { replay } from '../../engine/replay/replay.ts';
import { generate } from '../../engine/runners/generate.ts';

// One seed and half the requests of docs/predictors.md, which holds the promises on ten.

/** Shares of the mean latency that predictors save on a workload. */
function savings(workload: string, predictors: readonly string[]): number[] {
  const requests = generate(workload, 50_000, 1);
  const meanMs = (prediction: string) => {
    const options = {
      preset: 'exclusive-lru',
      levels: 'L1=50/-/lru,L2=150/-/lru,L3=300/-/lru',
      latency: 'origin=fixed:ms=20',
      inflight: 'coalesce',
      prediction,
    };
    const configuration = resolveConfiguration(options, factsOf(requests));
    return latencyOverall(replay(requests, configuration, { seed: 1, warmup: 10_000 })).mean;
  };
  const without = meanMs('none');
  return predictors.map(predictor => 1 - meanMs(predictor) / without);
}

describe('it pays', () => {
  it('to follow clients that walk known ways', () => {
    expect(savings('markov-sessions', ['markov'])[0]).toBeGreaterThan(0.35);
  });

  it('to remember the way to an id where that decides what follows', () => {
    const [markov, ppm] = savings('markov-sessions:order=2', ['markov', 'ppm']);
    expect(ppm).toBeGreaterThan(1.3 * markov!);
  });

  it('to look past the next request where several clients are not told apart, and to mine where they are many', () => {
    expect(savings('markov-sessions:clients=false', ['probability-graph'])[0]).toBeGreaterThan(0.2);
    const [graph, mithril] = savings('markov-sessions:sessions=16,clients=false', ['probability-graph', 'mithril']);
    expect(mithril).toBeGreaterThan(1.5 * graph!);
  });

  it('to look further ahead where requests come faster than fetches', () => {
    const [far, near] = savings('ml-pipeline', ['markov', 'markov:horizon=0']);
    expect(far).toBeGreaterThan(0.2);
    expect(near).toBeLessThan(0.1);
  });

  it('to wake up before what is asked for at even intervals', () => {
    expect(savings('periodic', ['periodic'])[0]).toBeGreaterThan(0.25);
  });

  it('to find out how long before it is due data may be fetched and still stay', () => {
    const [found, fixed] = savings('periodic:jitter=0.05', ['periodic', 'periodic:adapt=false']);
    expect(found).toBeGreaterThan(1.2 * fixed!);
  });
});

it('does not cost anything where nothing follows from anything', () => {
  for (const saved of savings('zipf', ['markov', 'ppm', 'probability-graph', 'mithril', 'periodic']))
    expect(saved).toBeGreaterThan(-0.005);
});
