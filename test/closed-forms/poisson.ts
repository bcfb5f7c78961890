import { resolveConfiguration } from '../../engine/configuration/resolve.ts';
import type { Options } from '../../engine/configuration/types.ts';
import type { Totals } from '../../engine/documents/sim.ts';
import { runSim } from '../../engine/experiments/sim.ts';
import { randomStream } from '../../engine/random.ts';
import { RangeInterner } from '../../workloads/interners/range.ts';
import { Recorder } from '../../workloads/recorder.ts';
import type { Requests } from '../../workloads/requests.ts';
import { exponential } from '../../workloads/synthetic/sampling/exponential.ts';
import { zipfSampler } from '../../workloads/synthetic/sampling/zipf.ts';

/** Keys of which each is asked for at the times of a Poisson process of its own, and how much of all is for it. */
interface Arrivals {
  readonly keys: number;
  /** Shares are in proportion to rank^-alpha. */
  readonly alpha: number;
  /** Requests per second, for all keys together. */
  readonly rate: number;
  readonly gets: number;
}

/** Gaps between requests are exponential, and each draws its key: that splits one Poisson process into independent ones. */
export function poissonRequests({ keys, alpha, rate, gets }: Arrivals): Requests {
  const gap = randomStream(1, 'workload/gaps');
  const rank = zipfSampler(randomStream(1, 'workload/keys'), keys, alpha);
  const interner = new RangeInterner(keys);
  const recorder = new Recorder(['time']);
  let time = 0;
  for (let i = 0; i < gets; i++) {
    time += exponential(gap, 1 / rate);
    recorder.add(interner.id(rank()), { time });
  }
  return recorder.finish();
}

/** By rank: the share of the requests that is for this key. */
export function sharesOf({ keys, alpha }: Arrivals): number[] {
  const weights = Array.from({ length: keys }, (_, rank) => (rank + 1) ** -alpha);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map(weight => weight / sum);
}

/** The whole experiment, as the command runs it, read-through. */
export function simulate(requests: Requests, options: Options, warmup: number): Totals {
  const { gets, operations, universe } = requests;
  const facts = { keys: universe, bytes: null };
  const vary = (change: Options) => ({
    configuration: resolveConfiguration({ fill: 'read-through', ...options, ...change }, facts),
    command: '',
  });
  const { totals } = runSim({
    requests,
    workload: { spec: 'poisson', requests: gets, operations, keys: universe },
    configuration: vary({}).configuration,
    seed: 1,
    warmup,
    suggest: 'off',
    vary,
  });
  return totals;
}
