import { OBJECTIVES } from '../../engine/experiments/tune/objective.ts';
import { curveOptions } from '../mrc/options.ts';
import { choice, type OptionDescription, type OptionDescriptions } from '../options/description.ts';
import { workloadOptions } from '../options/workload.ts';

/** What is searched for, and for how long. */
export const tuningOptions = {
  budget: {
    kind: 'text',
    value: 'TOTAL',
    group: 'Tuning',
    default: "the default's",
    summary: 'room of all levels: 1600, 64MiB, 2% (of the keys or bytes); or with --prices money: cost=20',
  },
  prices: {
    kind: 'list',
    value: 'LIST',
    group: 'Tuning',
    default: 'fast room is what the default has',
    summary: 'a month of an entry (or MiB) of each level, and of a million fetches: L1=0.02,L2=0.005,L3=0.001,origin=4',
  },
  objective: {
    ...choice(
      OBJECTIVES,
      'Tuning',
      'what is to be made small (hitRatio: large): mean latency, p99, fetches, cost a month',
    ),
    default: 'latency',
  },
  budgetEvaluations: {
    kind: 'text',
    value: 'N',
    group: 'Tuning',
    default: '200',
    summary: 'configurations that are looked at, most of them on a part of the requests',
  },
  time: {
    kind: 'text',
    value: 'SECONDS',
    group: 'Tuning',
    summary: 'begin no further round of the search after so long; the result then says so',
  },
  resume: {
    kind: 'flag',
    group: 'Tuning',
    summary: 'go on with what an earlier run, killed perhaps, left in the result directory',
  },
} as const satisfies OptionDescriptions;

export const OTHER_SEEDS: OptionDescription = {
  ...workloadOptions.seeds,
  default: '10',
  summary: 'other seeds that what is found for a synthetic workload is checked on',
};

export const TRIED_POLICIES: OptionDescription = {
  ...curveOptions.policies,
  group: 'Tuning',
  default: 'those that often are best',
  summary: 'eviction policies to try; ./mine.ts for one in a file of your own',
};
