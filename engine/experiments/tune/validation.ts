import { Bootstrap, type Difference, type Estimate } from '../../statistics/bootstrap.ts';
import { type MeasureName, type Measures, measureNames } from './measures.ts';
import type { Objective } from './objective.ts';

/** What unseen requests say of a configuration: the mean over seeds or blocks, with the interval that 95 of 100 such means lie in. */
export type Metrics = Readonly<Record<MeasureName, Estimate>> & { readonly objective: Estimate };

/** Whether a difference is one, and which way. */
type Verdict = 'better' | 'worse' | 'no real difference';

/** How much better one configuration is than another on the same unseen requests: a share of the other's objective, or a difference of hit ratios. */
export interface Gain extends Difference {
  readonly verdict: Verdict;
}

/** A gain smaller than a thousandth is none, however certain. */
const LEAST = 0.001;

/** Compares configurations that were measured on the same seeds or blocks. */
export class Comparison {
  private readonly bootstrap: Bootstrap;
  private readonly objective: Objective;

  /** @param count of seeds or blocks, two at least */
  constructor(count: number, seed: number, objective: Objective) {
    this.bootstrap = new Bootstrap(count, seed);
    this.objective = objective;
  }

  /** @param values of the objective, one for each seed or block */
  metrics(measures: readonly Measures[], values: readonly number[]): Metrics {
    const named = measureNames.map(name => [name, this.bootstrap.mean(measures.map(each => each[name]))] as const);
    // The names are those of the type.
    return { ...(Object.fromEntries(named) as Record<MeasureName, Estimate>), objective: this.bootstrap.mean(values) };
  }

  /** How much better the values of the first are than those of the other. */
  gain(values: readonly number[], than: readonly number[]): Gain {
    const base = than.reduce((sum, each) => sum + each, 0) / than.length;
    const hits = this.objective === 'hitRatio';
    // As a share of the mean, not of each seed's value: a ratio of means, whose parts are paired.
    const scale = hits || base === 0 ? 1 : base;
    const share = (value: number) => (hits ? value : -value) / scale;
    const difference = this.bootstrap.difference(than.map(share), values.map(share));
    return { ...difference, verdict: verdictOn(difference) };
  }
}

function verdictOn({ mean, low, high }: Estimate): Verdict {
  if (low > 0 && mean >= LEAST) return 'better';
  return high < 0 && mean <= -LEAST ? 'worse' : 'no real difference';
}
