import { type OptionDescription, options } from '../options/table.ts';

/** Comparisons repeat what they measure. */
export const TEN_SEEDS = { ...options.seeds, default: '10' };

/** Where several can be named. */
export const WORKLOADS: OptionDescription = {
  ...options.workload,
  kind: 'list',
  value: 'LIST',
  summary: 'workloads such as zipf:alpha=0.9,keys=100000 and trace files, separated by commas',
};

/** In place of the curves that the table speaks of. */
export const EACH_POLICY: OptionDescription = {
  kind: 'list',
  value: 'LIST',
  group: 'Variants',
  catalogue: 'eviction',
  summary: 'eviction policies at every level, a variant each; ./mine.ts for one in a file of your own',
};
