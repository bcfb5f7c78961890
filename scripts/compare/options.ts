import type { OptionDescription, OptionDescriptions } from '../options/description.ts';
import { workloadOptions } from '../options/workload.ts';

/** What is set side by side. */
export const variantOptions = {
  variants: {
    kind: 'text',
    value: 'LIST|FILE',
    group: 'Variants',
    summary:
      'caches by name: "plain: preset=flat; careful: promotion=never,demotion=drop", or a YAML or JSON file of them',
  },
  presets: {
    kind: 'list',
    value: 'LIST',
    group: 'Variants',
    catalogue: 'presets',
    default: 'tierlab,exclusive-lru,flat,reference where nothing else is compared',
    summary: 'designs, a variant each',
  },
} as const satisfies OptionDescriptions;

/** Comparisons repeat what they measure. */
export const TEN_SEEDS = { ...workloadOptions.seeds, default: '10' };

/** Where several can be named. */
export const WORKLOADS: OptionDescription = {
  ...workloadOptions.workload,
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
