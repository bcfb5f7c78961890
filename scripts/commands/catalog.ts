import { EACH_POLICY, TEN_SEEDS, WORKLOADS } from '../compare/options.ts';
import { EXPERIMENT_OPTIONS, EXPERIMENT_OWN } from '../experiment/options.ts';
import type { PlacedSettings } from '../options/settings.ts';
import {
  describeOption,
  EVERYWHERE,
  OF_SIM,
  type OptionDescription,
  type OptionName,
  optionNames,
  options,
} from '../options/table.ts';
import { axisNames } from '../sim/axes.ts';
import type { Invocation } from './invocation.ts';

/** One command: what the help says about it, and the module that runs it, loaded only then. */
export interface CommandDescription {
  /** One word, or two for a command of a family. */
  readonly name: string;
  readonly summary: string;
  /** An argument, as the help writes it. */
  readonly argument?: string;
  /** Whether the argument cannot be left out. */
  readonly required?: true;
  readonly options: readonly OptionName[];
  /** Reads the options that stand in the file which the argument names. @throws InputError with file, line and column */
  optionsIn?(file: string): Promise<PlacedSettings>;
  /** Options that are something else here than the table says. */
  readonly own?: { readonly [Name in OptionName]?: OptionDescription };
  readonly examples: readonly { readonly command: string; readonly what: string }[];
  load(): Promise<{ run(invocation: Invocation): Promise<void> }>;
}

const FIVE_SEEDS = { ...options.seeds, default: '5' };

const OTHER_SEEDS: OptionDescription = {
  ...options.seeds,
  default: '10',
  summary: 'other seeds that what is found for a synthetic workload is checked on',
};

const TRIED_POLICIES: OptionDescription = {
  ...options.policies,
  group: 'Tuning',
  default: 'those that often are best',
  summary: 'eviction policies to try; ./mine.ts for one in a file of your own',
};

const CURVE_SIZES: OptionDescription = {
  ...options.sizes,
  default: '14 from 0.1% to all keys; of a level, a quarter to four times what it has',
};

const OTHER_END: OptionDescription = {
  ...options.from,
  default: 'tierlab',
  summary: 'the design to arrive at, likewise',
};

const QUERY_OUT: OptionDescription = {
  kind: 'text',
  value: 'FILE',
  group: 'Output',
  summary: 'write the rows to a file instead: .parquet, .csv, .json or .jsonl',
};

export const commands: readonly CommandDescription[] = [
  {
    name: 'sim',
    summary:
      'Replays a workload through a multi-level cache: hit ratios, latency, where requests are answered, what to change.',
    options: OF_SIM,
    examples: [
      { command: 'tierlab sim', what: 'the default cache on the default workload' },
      {
        command: 'tierlab sim -w zipf -n 1M --levels "L1=1%/5m/lru,L2=10%/-/sieve"',
        what: 'two levels on a million skewed requests',
      },
      {
        command: 'tierlab sim -w trace.csv.zst --columns key=2,time=1 --seeds 5',
        what: 'a recorded trace, five times',
      },
    ],
    load: () => import('./sim.ts'),
  },
  {
    name: 'compare',
    summary:
      'Which cache is best here, and is the difference real: variants on the same requests, with intervals and verdicts. ' +
      'What is said of the cache is common to all variants. --policies puts each policy in every ' +
      'level, where each level decides for itself (--residency per-level) unless you say otherwise.',
    options: [
      ...(['workload', 'requests', 'seed', 'seeds', 'warmup', 'format', 'columns', 'mapOps', 'noStore'] as const),
      ...(['variants', 'presets', 'policies'] as const),
      ...axisNames,
      ...(['config', 'jobs', 'out', 'open'] as const),
      ...EVERYWHERE,
    ],
    own: { workload: WORKLOADS, seeds: TEN_SEEDS, policies: EACH_POLICY },
    examples: [
      { command: 'tierlab compare', what: 'the presets on the default workload, over ten seeds' },
      {
        command: 'tierlab compare -w zipf,loop,scan --policies lru,arc,s3-fifo,lirs',
        what: 'four policies on three workloads',
      },
      {
        command: 'tierlab compare --variants "now: preset=flat; next: promotion=never"',
        what: 'two sets of options, by name',
      },
      {
        command: 'tierlab compare -w trace.csv.zst --variants designs.yaml',
        what: 'those of a file, on a trace, block by block',
      },
    ],
    load: () => import('./compare.ts'),
  },
  {
    name: 'ablate',
    summary:
      'Which design choice buys what: from one design to another, one choice at a time, averaged over the orders in which ' +
      'they can be made. What is said of the cache is common to both ends.',
    options: [
      ...(['workload', 'requests', 'seed', 'seeds', 'warmup', 'format', 'columns', 'mapOps', 'noStore'] as const),
      ...(['from', 'to', 'metric', 'orders'] as const),
      ...axisNames.filter(name => name !== 'preset'),
      ...(['config', 'jobs', 'out', 'open'] as const),
      ...EVERYWHERE,
    ],
    own: { seeds: FIVE_SEEDS, to: OTHER_END },
    examples: [
      { command: 'tierlab ablate', what: 'from the reference to the default design, by hit ratio' },
      { command: 'tierlab ablate -w zipf --from exclusive-lru --metric latencyMeanMs', what: 'by mean latency' },
      {
        command: 'tierlab ablate -w loop --from flat --to preset=flat,policy=lirs,expiry=lazy',
        what: 'two choices on one level',
      },
    ],
    load: () => import('./ablate.ts'),
  },
  {
    name: 'experiment',
    summary:
      'Runs what a YAML or JSON file describes: workloads, each with every variant, every size and every seed. Finished cells are ' +
      'kept in results.jsonl, and --resume goes on with them.',
    argument: 'FILE',
    required: true,
    options: EXPERIMENT_OPTIONS,
    optionsIn: async file => (await import('../experiment/experiment-file.ts')).readExperimentFile(file).placed,
    own: EXPERIMENT_OWN,
    examples: [
      { command: 'tierlab experiment docs/experiments/split.yaml', what: 'how a cache is best divided into levels' },
      { command: 'tierlab experiment mine.yaml --out results/mine --resume', what: 'go on after an interruption' },
      { command: 'tierlab experiment mine.yaml --requests 10k --seeds 3', what: 'the same in small, for a start' },
    ],
    load: () => import('./experiment.ts'),
  },
  {
    name: 'query',
    summary:
      'SQL over results, with DuckDB: documents, and the rows that experiments and tunings left. Without SQL it says which tables there are.',
    argument: 'SQL',
    options: ['in', 'csv', 'out', 'force', ...EVERYWHERE],
    own: { out: QUERY_OUT, force: { ...options.force, group: 'Output' } },
    examples: [
      {
        command: 'tierlab query "select variant, avg(hitRatio) from cells group by all"',
        what: 'means over the seeds of experiments',
      },
      {
        command: 'tierlab query "select workload.spec, totals.hitRatio from sim" --in results',
        what: 'one row for each simulation',
      },
      { command: 'tierlab query "from cells" --out cells.parquet', what: 'for pandas, R or another database' },
    ],
    load: () => import('./query.ts'),
  },
  {
    name: 'mrc',
    summary:
      'Miss-ratio curves: how hit ratios depend on the size, for each eviction policy; or, with --per-level, on the size of each ' +
      'level of one hierarchy.',
    options: [
      ...(['workload', 'requests', 'seed', 'format', 'columns', 'mapOps', 'noStore'] as const),
      ...(['policies', 'sizes', 'method', 'perType', 'perLevel', 'more'] as const),
      ...axisNames,
      ...(['config', 'jobs', 'out', 'open'] as const),
      ...EVERYWHERE,
    ],
    own: { sizes: CURVE_SIZES },
    examples: [
      { command: 'tierlab mrc -w zipf --policies lru,sieve,opt', what: 'three curves from a few entries to all keys' },
      { command: 'tierlab mrc -w loop --sizes auto', what: 'with sizes at both edges of every cliff' },
      { command: 'tierlab mrc -w zipf --policies lru,fifo --admission tinylfu', what: 'behind a filter for newcomers' },
      { command: 'tierlab mrc -w trace.oracleGeneral.zst --sizes 1%,64MiB,1GiB', what: 'sizes in bytes' },
      {
        command: 'tierlab mrc -w zipf:keys=1M -n 50M --method mini:rate=0.01',
        what: 'estimated from a hundredth of the keys',
      },
      { command: 'tierlab mrc -w ml-pipeline --per-type', what: 'how much room each data type is worth' },
      { command: 'tierlab mrc --per-level --more 100', what: 'what 100 more entries are worth in each level' },
    ],
    load: () => import('./mrc.ts'),
  },
  {
    name: 'tune',
    summary:
      'Which cache to run within a budget: searches sizes, policies and rules, and checks what it finds on requests that the search ' +
      'did not see. What you say of the cache is not searched, and the room of --levels is the budget.',
    options: [
      ...(['workload', 'requests', 'seed', 'seeds', 'format', 'columns', 'mapOps', 'noStore'] as const),
      ...optionNames.filter(name => options[name].group === 'Tuning'),
      ...(['levels', 'policies', 'residency', 'inclusion', 'placement', 'admission', 'promotion', 'demotion'] as const),
      ...(['prediction', 'fill', 'coherence', 'partitions'] as const),
      ...optionNames.filter(name => options[name].group === 'Time'),
      ...(['config', 'jobs', 'out', 'open'] as const),
      ...EVERYWHERE,
    ],
    own: { seeds: OTHER_SEEDS, policies: TRIED_POLICIES },
    examples: [
      { command: 'tierlab tune -w zipf', what: 'the least mean latency with the room that the default has' },
      {
        command: 'tierlab tune -w trace.csv.zst --budget 64MiB --objective hitRatio',
        what: 'the most hits of a trace with 64 MiB in all',
      },
      {
        command: 'tierlab tune -w zipf --objective cost --prices L1=2,L2=.5,L3=.1,origin=4',
        what: 'the cheapest month, memory and fetches together',
      },
      { command: 'tierlab tune -w zipf -n 1M --prediction none --resume', what: 'go on after an interruption' },
    ],
    load: () => import('./tune.ts'),
  },
  {
    name: 'explain',
    summary: 'Steps through a small cache request by request: who was there, who left, and what its policy keeps.',
    options: [
      ...(['workload', 'requests', 'seed', 'format', 'columns', 'mapOps', 'size'] as const),
      ...optionNames.filter(name => options[name].group === 'Cache' || options[name].group === 'Time'),
      ...(['config', 'out', 'open'] as const),
      ...EVERYWHERE,
    ],
    examples: [
      { command: 'tierlab explain --policy sieve --size 8 -w zipf:keys=30 -n 40', what: 'one level under SIEVE' },
      {
        command: 'tierlab explain --levels "L1=2,L2=4,L3=6" -w zipf:keys=30 -n 40',
        what: 'the default design, made small',
      },
    ],
    load: () => import('./explain.ts'),
  },
  {
    name: 'report',
    summary: 'Draws the page of a result again, from its document: beside it, or where --out says.',
    argument: 'FILE',
    required: true,
    options: ['out', 'open', ...EVERYWHERE],
    examples: [
      { command: 'tierlab report results/sim-zipf-4f0c2b1a/result.json', what: 'report.html in the same directory' },
      { command: 'tierlab sim -w zipf --json --no-report | tierlab report - --out zipf.html', what: 'from a pipe' },
    ],
    load: () => import('./report.ts'),
  },
  {
    name: 'gallery',
    summary: 'Makes one example of each report on workloads that come along, and a page that leads to them.',
    options: ['jobs', 'out', 'open', 'quiet', 'noColor', 'help'],
    examples: [{ command: 'tierlab gallery --open', what: 'results/gallery/index.html' }],
    load: () => import('./gallery.ts'),
  },
  {
    name: 'trace info',
    summary: 'What is in a workload: requests, keys, popularity, reuse, sizes, the working set over time.',
    argument: 'SOURCE',
    options: ['workload', 'requests', 'seed', 'format', 'columns', 'mapOps', ...EVERYWHERE],
    examples: [
      { command: 'tierlab trace info trace.oracleGeneral.zst', what: 'a recorded trace' },
      { command: 'tierlab trace info zipf:alpha=1.1 -n 1M --json', what: 'a synthetic one, as a document' },
    ],
    load: () => import('./trace-info.ts'),
  },
  {
    name: 'trace convert',
    summary:
      'Writes a workload as a trace: to a file, compressed where OUT ends in .gz, or to standard output where it is -. ' +
      'A file appears when it is whole.',
    argument: 'OUT',
    required: true,
    options: [
      ...(['workload', 'requests', 'seed', 'format', 'columns', 'mapOps', 'rate'] as const),
      ...(['to', 'force'] as const),
      ...EVERYWHERE,
    ],
    examples: [
      {
        command: 'tierlab trace convert -w trace.csv.zst trace.oracleGeneral.bin',
        what: 'for libCacheSim, with next accesses',
      },
      { command: 'tierlab trace convert -w zipf -n 1M --seed 7 zipf.csv.gz', what: 'a synthetic workload, to keep' },
      { command: 'tierlab trace convert -w trace.vscsi --to keys - | sort | uniq -c', what: 'into a pipe' },
    ],
    load: () => import('./trace-convert.ts'),
  },
  {
    name: 'policies',
    summary: 'The eviction, admission, placement, promotion and demotion policies, with papers and parameters.',
    argument: 'NAME',
    options: EVERYWHERE,
    examples: [
      { command: 'tierlab policies', what: 'all of them' },
      { command: 'tierlab policies lirs', what: 'one of them, with its parameters' },
      { command: 'tierlab policies ./mine.ts', what: 'one in a file of your own' },
    ],
    load: () => import('./policies.ts'),
  },
  {
    name: 'workloads',
    summary: 'The synthetic workloads, with their parameters.',
    argument: 'NAME',
    options: EVERYWHERE,
    examples: [{ command: 'tierlab workloads zipf', what: 'one of them, with its parameters' }],
    load: () => import('./workloads.ts'),
  },
  {
    name: 'presets',
    summary: 'The cache designs to start from, with their options.',
    argument: 'NAME',
    options: EVERYWHERE,
    examples: [{ command: 'tierlab presets exclusive-lru', what: 'what one of them stands for' }],
    load: () => import('./presets.ts'),
  },
  {
    name: 'bench',
    summary:
      'How fast is it here: policies of every kind, presets and curves (or only what --policies names) beside a bare loop, a Map and lru-cache.',
    options: ['requests', 'policies', 'out', ...EVERYWHERE],
    examples: [
      { command: 'tierlab bench -n 1M', what: 'a shorter run' },
      { command: 'tierlab bench --policies lru,s3-fifo,arc', what: 'some policies only' },
    ],
    load: () => import('./bench.ts'),
  },
  {
    name: 'studio',
    summary:
      'The laboratory in the browser: build a workload and a cache, see at once how they get along, keep experiments in FOLDER.',
    argument: 'FOLDER',
    options: ['port', 'open', ...EVERYWHERE],
    examples: [
      { command: 'tierlab studio --open', what: 'in the browser, with experiments kept in experiments/' },
      { command: 'tierlab sim --config experiments/mine.json', what: 'an experiment that was saved there' },
    ],
    load: () => import('./studio.ts'),
  },
  {
    name: 'completion',
    summary: 'The script for bash or zsh that completes commands, options and names.',
    argument: 'SHELL',
    options: ['help'],
    examples: [{ command: 'source <(tierlab completion bash)', what: 'from the shell that runs now on' }],
    load: () => import('./completion.ts'),
  },
];

/** What an option is for a command. */
export function describeFor({ own = {} }: Pick<CommandDescription, 'own'>, name: OptionName): OptionDescription {
  return own[name] ?? describeOption(name);
}

/** How a command is called: `policies [NAME]`. */
export function usageOf({ name, argument, required }: CommandDescription): string {
  if (argument === undefined) return name;
  return `${name} ${required ? argument : `[${argument}]`}`;
}
