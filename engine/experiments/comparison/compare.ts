import type { Configuration, Options } from '../../configuration/types.ts';
import type {
  ComparedWorkload,
  DifferenceResult,
  Metric,
  MetricResult,
  VariantResult,
} from '../../documents/compare.ts';
import { Bootstrap, type Difference } from '../../statistics/bootstrap.ts';
import { holm } from '../../statistics/holm.ts';
import { metricsIn, type Observation } from './observation.ts';
import { verdictOf } from './verdict.ts';

/** Beside so many variants each is compared with each, beyond with the first alone. */
const ALL_PAIRS = 6;

/** A workload, and what every variant measured on it: seed by seed, or block by block. */
export interface World {
  readonly workload: ComparedWorkload;
  readonly variants: readonly {
    readonly name: string;
    readonly options: Options;
    readonly config: Configuration;
    readonly observation: Observation;
  }[];
}

/**
 * Means and paired differences with their intervals, and what they say. Differences in one metric, over all pairs and workloads, are
 * corrected together. @param seed of the resamples
 */
export function compare(
  worlds: readonly World[],
  seed: number,
): { readonly variants: VariantResult[]; readonly differences: DifferenceResult[] } {
  const measured = worlds.map(world => summarized(world, seed));
  const differences = measured.flatMap(each => each.differences);
  const corrected = new Map<DifferenceResult, number>();
  for (const metric of new Set(differences.map(each => each.metric))) {
    const family = differences.filter(each => each.metric === metric);
    for (const [i, p] of holm(family.map(each => each.p)).entries()) corrected.set(family[i]!, p);
  }
  const variants = measured.flatMap(each => each.variants);
  const before = (workload: string, name: string, metric: Metric) =>
    variants.find(each => each.workload === workload && each.name === name)!.metrics[metric]!.mean;
  return {
    variants,
    differences: differences.map(each => {
      const p = corrected.get(each)!;
      return { ...each, p, verdict: verdictOf(each.metric, before(each.workload, each.a, each.metric), each, p) };
    }),
  };
}

/** One workload; probabilities as they are, verdicts open. */
function summarized({ workload, variants }: World, seed: number) {
  const bootstrap = new Bootstrap(workload.count, seed);
  const metrics = metricsIn(variants.map(each => each.observation));
  const results = variants.map(({ name, options, config, observation }): VariantResult => {
    const entries = metrics.map((metric): [Metric, MetricResult] => {
      const values = observation[metric]!;
      return [metric, { ...bootstrap.mean(values), values }];
    });
    return { workload: workload.spec, name, options, config, metrics: Object.fromEntries(entries) };
  });
  const pairs = variants.flatMap((a, i) =>
    i === 0 || variants.length <= ALL_PAIRS ? variants.slice(i + 1).map(b => [a, b] as const) : [],
  );
  const differences = pairs.flatMap(([a, b]) =>
    metrics.map((metric): DifferenceResult => {
      const difference: Difference = bootstrap.difference(a.observation[metric]!, b.observation[metric]!);
      const head = { workload: workload.spec, a: a.name, b: b.name, metric };
      return { ...head, ...difference, verdict: 'no real difference' };
    }),
  );
  return { variants: results, differences };
}
