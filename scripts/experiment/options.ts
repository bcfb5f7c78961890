import { EACH_POLICY, TEN_SEEDS, WORKLOADS } from '../compare/options.ts';
import type { OptionDescription } from '../options/description.ts';
import { EVERYWHERE, type OptionName, options } from '../options/table.ts';
import { axisNames } from '../sim/axes.ts';

/** The options that say what is replayed; in a file a workload may have its own. */
export const OF_WORKLOADS = [
  ...(['workload', 'requests', 'warmup', 'format', 'columns', 'mapOps', 'noStore'] as const),
] satisfies readonly OptionName[];

/** What an experiment can be told, in its file and beside it. */
export const EXPERIMENT_OPTIONS: readonly OptionName[] = [
  ...OF_WORKLOADS,
  ...(['seed', 'seeds', 'variants', 'presets', 'policies', 'sizes'] as const),
  ...axisNames,
  ...(['jobs', 'resume', 'out', 'open'] as const),
  ...EVERYWHERE,
];

export const EXPERIMENT_OWN: { readonly [Name in OptionName]?: OptionDescription } = {
  workload: WORKLOADS,
  seeds: TEN_SEEDS,
  policies: EACH_POLICY,
  sizes: {
    kind: 'list',
    value: 'LIST',
    group: 'Variants',
    summary:
      'room for the whole cache: 100, 1% (of the keys), 64MiB; every variant is tried at each of them, in its own proportions',
  },
  resume: { ...options.resume, group: 'Run' },
};

/** What an option is for an experiment. */
export function describeInExperiment(name: OptionName): OptionDescription {
  return EXPERIMENT_OWN[name] ?? options[name];
}
