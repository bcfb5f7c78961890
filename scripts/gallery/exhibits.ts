import { join } from 'node:path';
import { shellWords } from '../../spec/shell-words.ts';
import type { Invocation } from '../commands/invocation.ts';
import type { Settings } from '../options/settings.ts';
import { flagOf } from '../options/table.ts';

/** An example of one kind of report. */
export interface Exhibit {
  /** The directory that its files go to. */
  readonly name: string;
  /** The command that makes it, unless that has the same name. */
  readonly command?: string;
  /** The text of the file that the command reads, which the gallery writes beside its results. */
  readonly experiment?: string;
  readonly title: string;
  /** What one sees there, in a sentence. */
  readonly what: string;
  /** The chart that stands for it; null where there is none. */
  readonly chart: string | null;
  readonly settings: Settings;
  load(): Promise<{ run(invocation: Invocation): Promise<void> }>;
}

const EXPERIMENT = `workload:
  - zipf:alpha=0.9
  - { workload: shifting-hotspot, requests: 50k, warmup: 10% }
requests: 20k
seeds: 5
sizes: [2%, 10%]
variants:
  exclusive-lru: { preset: exclusive-lru }
  tierlab: {}
  never up: { promotion: never }
`;

/** One of each kind of report, in the order of the gallery. */
export const exhibits: readonly Exhibit[] = [
  {
    name: 'sim',
    title: 'A simulation',
    what: 'Where requests are answered, how fast, which keys lie where, and what to change, while the hot set moves five times.',
    chart: 'residency',
    settings: { workload: 'shifting-hotspot', requests: '60k', explain: true },
    load: () => import('../commands/sim.ts'),
  },
  {
    name: 'mrc',
    title: 'Miss-ratio curves',
    what: 'How the misses of six policies depend on the size of the cache, and how far each is from the best possible one.',
    chart: 'miss-ratios',
    settings: { workload: 'zipf:alpha=0.9,keys=20k', requests: '200k' },
    load: () => import('../commands/mrc.ts'),
  },
  {
    name: 'mrc-per-level',
    command: 'mrc',
    title: 'The sizes of levels',
    what: 'What more room is worth in each level of a hierarchy, and what less of it costs, by runs of the whole.',
    chart: 'level-1-latency',
    settings: { workload: 'zipf:keys=2k', requests: '20k', perLevel: true },
    load: () => import('../commands/mrc.ts'),
  },
  {
    name: 'prediction',
    command: 'sim',
    title: 'A simulation that fetches ahead',
    what: 'What a predictor fetches before anybody asks, what became of that, and who waited for a fetch that was under way.',
    chart: 'prefetch-fates',
    settings: {
      workload: 'markov-sessions',
      requests: '60k',
      prediction: 'markov',
      latency: 'origin=lognormal:median=120',
    },
    load: () => import('../commands/sim.ts'),
  },
  {
    name: 'compare',
    title: 'A comparison',
    what: 'Four caches on the same requests for ten seeds: which is best, and whether the difference is real.',
    chart: 'dots-0-hitRatio',
    settings: { workload: 'zipf:keys=2000', requests: '20k' },
    load: () => import('../commands/compare.ts'),
  },
  {
    name: 'experiment',
    experiment: EXPERIMENT,
    title: 'An experiment',
    what: 'Three caches on two workloads at two sizes: where each is better, and where the difference is none.',
    chart: 'heat-latencyMeanMs',
    settings: {},
    load: () => import('../commands/experiment.ts'),
  },
  {
    name: 'ablate',
    title: 'An ablation',
    what: 'Which design choice buys what, on the way from exclusive LRU levels to the default.',
    chart: 'waterfall',
    settings: { workload: 'zipf:keys=5k', requests: '30k', from: 'exclusive-lru', seeds: '3' },
    load: () => import('../commands/ablate.ts'),
  },
  {
    name: 'tune',
    title: 'A tuning',
    what: 'Which sizes, policies and rules are best within the room that the default has, checked on requests that the search did not see.',
    chart: 'front',
    settings: { workload: 'scan', requests: '20k', budgetEvaluations: '70', seeds: '4' },
    load: () => import('../commands/tune.ts'),
  },
  {
    name: 'explain',
    title: 'A small cache, step by step',
    what: 'What S3-FIFO does with each of sixty requests: its three queues, who moves between them and who leaves.',
    chart: null,
    settings: { workload: 'zipf:keys=30', requests: '60', policy: 's3-fifo' },
    load: () => import('../commands/explain.ts'),
  },
];

/** The experiment file of an exhibit that has one, in the gallery's directory. */
export function fileOf({ name, experiment }: Exhibit, directory: string): string | undefined {
  return experiment === undefined ? undefined : join(directory, `${name}.yaml`);
}

/** How an exhibit is made by hand, in a gallery's directory. */
export function commandOf(exhibit: Exhibit, directory: string): string {
  const { name, command = name, settings } = exhibit;
  const file = fileOf(exhibit, directory);
  const options = Object.entries(settings).flatMap(([option, value]) =>
    value === true ? [flagOf(option)] : [flagOf(option), String(value)],
  );
  return shellWords(['npx', 'tierlab', command, ...(file === undefined ? [] : [file]), ...options]);
}
