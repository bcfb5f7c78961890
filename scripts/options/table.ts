import {
  COHERENCES,
  EXPIRIES,
  FILLS,
  INCLUSIONS,
  INFLIGHTS,
  LEVEL_TTLS,
  LIFETIMES,
  PARTITIONS,
} from '../../engine/configuration/types.ts';
import { curveMethods } from '../../engine/curves/methods.ts';
import { ABLATED } from '../../engine/experiments/ablation/amounts.ts';
import { OBJECTIVES } from '../../engine/experiments/tune/objective.ts';
import { latencyModels } from '../../engine/latency.ts';
import { targetFormats } from '../../workloads/traces/write/catalog.ts';

export { flagOf, kebab } from '../../spec/flag.ts';

/** The catalogue whose names a value may begin with; shell completion offers them. */
export type Catalogue = 'workloads' | 'formats' | 'presets' | 'methods' | PolicyFamily;

export const POLICY_FAMILIES = [
  'eviction',
  'admission',
  'placement',
  'promotion',
  'demotion',
  'prediction',
  'bound',
] as const;
export type PolicyFamily = (typeof POLICY_FAMILIES)[number];

interface OptionCommon {
  readonly group: (typeof GROUPS)[number];
  readonly alias?: string;
  /** One line without a full stop. */
  readonly summary: string;
}

/** An option with a value: a text, or a list of texts. */
interface TextOption extends OptionCommon {
  readonly kind: 'text' | 'list';
  /** What stands for the value in the help. */
  readonly value: string;
  readonly catalogue?: Catalogue;
  /** As the help states it; whoever reads the option supplies it. */
  readonly default?: string;
}

/** An option with one of a few words. */
interface ChoiceOption extends OptionCommon {
  readonly kind: 'choice';
  readonly value: string;
  readonly choices: readonly string[];
  readonly default?: string;
}

interface FlagOption extends OptionCommon {
  readonly kind: 'flag';
}

export type OptionDescription = TextOption | ChoiceOption | FlagOption;

export const GROUPS = [
  'Workload',
  'Variants',
  'Tuning',
  'Cache',
  'Time',
  'Curves',
  'Trace',
  'Query',
  'Explain',
  'Studio',
  'Run',
  'Output',
] as const;

function choice(choices: readonly string[], group: OptionCommon['group'], summary: string) {
  return { kind: 'choice', value: choices.join('|'), choices, group, summary } as const;
}

/**
 * Every option of the command line, in the order of the help. Parsing, the check of configuration files, help, completion,
 * documentation and JSON Schema are derived from this table. Keys are the camel-case names; on the command line they are
 * written in kebab case.
 */
export const options = {
  workload: {
    kind: 'text',
    alias: 'w',
    value: 'SPEC|FILE',
    group: 'Workload',
    catalogue: 'workloads',
    default: 'hot-warm-cold',
    summary: 'a workload such as zipf:alpha=0.9,keys=100000, or a trace file',
  },
  requests: {
    kind: 'text',
    alias: 'n',
    value: 'N',
    group: 'Workload',
    default: "the workload's own",
    summary: 'how many requests: 250k, 10M, 1e6',
  },
  seed: { kind: 'text', value: 'N', group: 'Workload', default: '1', summary: 'master seed of everything random' },
  seeds: {
    kind: 'text',
    value: 'N',
    group: 'Workload',
    default: '1',
    summary: 'replications, each with a seed of its own',
  },
  warmup: {
    kind: 'text',
    value: 'N|P%',
    group: 'Workload',
    default: '0',
    summary: 'requests at the start that are not counted',
  },
  format: {
    kind: 'text',
    value: 'NAME',
    group: 'Workload',
    catalogue: 'formats',
    default: 'from name and content',
    summary: 'format of the trace file',
  },
  columns: {
    kind: 'text',
    value: 'MAP',
    group: 'Workload',
    summary: 'columns of a CSV trace by name or number: key=user,time=ts,size=bytes',
  },
  mapOps: {
    kind: 'flag',
    group: 'Workload',
    summary: 'stores and writes in a trace are sets; without it every record is a get',
  },
  noStore: {
    kind: 'flag',
    group: 'Workload',
    summary: 'read a trace again instead of keeping it, interned, in TIERLAB_CACHE (~/.cache/tierlab, at most 8 GiB)',
  },

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
  from: {
    kind: 'text',
    value: 'PRESET|OPTIONS',
    group: 'Variants',
    catalogue: 'presets',
    default: 'reference',
    summary: 'the design to begin with: a preset, or options as in preset=flat,promotion=never',
  },
  metric: {
    ...choice(ABLATED, 'Variants', `what the choices are to change: ${ABLATED.join(', ')}`),
    value: 'NAME',
    default: 'hitRatio',
  },
  orders: {
    kind: 'text',
    value: 'N',
    group: 'Variants',
    default: '24',
    summary: 'orders of the choices to draw, where there are too many to try all',
  },

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

  preset: {
    kind: 'text',
    value: 'NAME',
    group: 'Cache',
    catalogue: 'presets',
    default: 'tierlab',
    summary: 'the design to start from',
  },
  levels: {
    kind: 'list',
    value: 'LIST',
    group: 'Cache',
    summary: 'name=capacity/ttl/policy,…: L1=100/5m/lru,L2=500/15m/lru; capacity 500, 64MiB or 1%; ttl - for none',
  },
  policy: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'eviction',
    summary: 'eviction policy of every level; ./mine.ts for one in a file of your own',
  },
  residency: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    summary: 'who leaves the cache: per-level, unified:policy=lru, guarded:challenger=lirs',
  },
  inclusion: choice(INCLUSIONS, 'Cache', 'whether levels hold copies of each other'),
  placement: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'placement',
    summary: 'where a set or a fill goes',
  },
  admission: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'admission',
    summary: 'whether a newcomer may enter a level',
  },
  promotion: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'promotion',
    summary: 'what a hit below L1 does',
  },
  demotion: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'demotion',
    summary: "where a level's victim goes",
  },
  prediction: {
    kind: 'text',
    value: 'SPEC',
    group: 'Cache',
    catalogue: 'prediction',
    summary: 'who foretells requests, so that data is fetched ahead of them: none, markov, oracle:lead=0.1',
  },
  fill: choice(FILLS, 'Cache', 'who stores an entry after a miss'),
  coherence: choice(COHERENCES, 'Cache', 'whether a set replaces every copy'),
  partitions: choice(PARTITIONS, 'Cache', 'room of their own for features, models and results'),
  quotas: {
    kind: 'list',
    value: 'LIST',
    group: 'Cache',
    default: 'half of L2, 50 entries, twice L1',
    summary: "the partitions' capacity/ttl/policy, in the words of --levels: features=250/10m/lru,model=50",
  },

  levelTtl: choice(
    LEVEL_TTLS,
    'Time',
    "what the end of a level's TTL does: remove the entry, or move it one level down",
  ),
  lifetime: choice(LIFETIMES, 'Time', 'whether an entry keeps its expiry when it moves'),
  expiry: choice(EXPIRIES, 'Time', 'expired entries go when looked up, or before any other victim'),
  tti: {
    kind: 'text',
    value: 'SECONDS',
    group: 'Time',
    default: '-',
    summary: 'time to idle: an entry that is neither hit nor written for longer is expired, TTL or not; - for none',
  },
  staleWhileRevalidate: {
    kind: 'text',
    value: 'SECONDS',
    group: 'Time',
    default: '-',
    summary:
      'time after the end of its lifetime during which an entry is still answered, at once, while it is fetched again; - for none',
  },
  sweep: {
    kind: 'text',
    value: 'SECONDS',
    group: 'Time',
    summary: 'time between active sweeps of expired entries; - for none',
  },
  latency: {
    kind: 'text',
    value: 'LIST',
    group: 'Time',
    summary: `latency models by level (${latencyModels.map(each => each.name).join(', ')}): L1=fixed:ms=0.01,origin=lognormal:median=20`,
  },

  inflight: choice(
    INFLIGHTS,
    'Time',
    'a miss whose data is on its way waits for it, or fetches again; off: fetches take no time',
  ),
  originConcurrency: {
    kind: 'text',
    value: 'N',
    group: 'Time',
    summary: 'fetches that the origin works on at a time, further ones wait; - for any number',
  },

  rate: {
    kind: 'text',
    value: 'N',
    group: 'Time',
    default: '1000',
    summary: 'requests per second, where the workload has no times',
  },

  policies: {
    kind: 'list',
    value: 'LIST',
    group: 'Curves',
    catalogue: 'eviction',
    default: 'lru,sieve,s3-fifo,arc,lirs,opt',
    summary: 'eviction policies, a curve each; ./mine.ts for one in a file of your own',
  },
  sizes: {
    kind: 'list',
    value: 'LIST',
    group: 'Curves',
    default: '14 from 0.1% to all keys',
    summary:
      'sizes: 100, 10k (entries), 64MiB (bytes), 1% (of the keys, or of the bytes where sizes are in bytes); auto: up to 28, most of them where the curve of LRU bends',
  },
  method: {
    kind: 'text',
    value: 'SPEC',
    group: 'Curves',
    catalogue: 'methods',
    default: 'auto',
    summary: `how curves are measured: ${curveMethods.map(each => each.name).join(', ')}; shards and mini estimate them, as in mini:rate=0.02`,
  },
  perType: { kind: 'flag', group: 'Curves', summary: 'curves of the requests for each data type alone' },
  perLevel: {
    kind: 'flag',
    group: 'Curves',
    summary: 'hit ratio and latency of a hierarchy over the size of each of its levels, the others as they are',
  },
  pages: {
    kind: 'flag',
    group: 'Run',
    summary: 'measure how large reports are and how soon a browser shows them; needs a clone',
  },
  more: {
    kind: 'text',
    value: 'SIZE',
    group: 'Curves',
    default: '10% of all levels',
    summary: 'with --per-level: the room that each level is given and deprived of: 100, 1MiB, 5% (of all levels)',
  },

  to: {
    ...choice(
      targetFormats.map(each => each.name),
      'Trace',
      'format to write',
    ),
    default: "from OUT's name",
  },
  force: { kind: 'flag', group: 'Trace', summary: 'write over a file that exists' },

  in: {
    kind: 'text',
    value: 'DIR',
    group: 'Query',
    default: 'results',
    summary: 'directory with results in it, at any depth',
  },
  csv: { kind: 'flag', group: 'Query', summary: 'print all rows as CSV' },
  size: {
    kind: 'text',
    value: 'N',
    group: 'Explain',
    default: '8',
    summary: 'entries of a cache of one level; --levels or --preset for one of several',
  },
  port: {
    kind: 'text',
    value: 'N',
    group: 'Studio',
    default: '7411',
    summary: 'port on this machine that the page is served at; 0 takes any that is free',
  },

  config: {
    kind: 'text',
    value: 'FILE',
    group: 'Run',
    summary: 'YAML or JSON with any of these options; options given here win',
  },
  suggest: {
    kind: 'choice',
    value: 'off|fast|full',
    choices: ['off', 'fast', 'full'],
    group: 'Run',
    default: 'fast',
    summary: 'try changes on the same workload and show those that help; full tries more of them, with more seeds',
  },
  explain: { kind: 'flag', group: 'Run', summary: 'say where the misses come from: causes, keys, data types' },
  jobs: { kind: 'text', value: 'N', group: 'Run', default: 'cores', summary: 'worker threads' },

  out: {
    kind: 'text',
    value: 'PATH',
    group: 'Output',
    default: 'results/…',
    summary: 'directory of the result files; for report, the page to write',
  },
  json: { kind: 'flag', group: 'Output', summary: 'print the result document and nothing else' },
  noReport: { kind: 'flag', group: 'Output', summary: 'write no report.html' },
  open: { kind: 'flag', group: 'Output', summary: 'open the report in the browser' },
  quiet: { kind: 'flag', group: 'Output', summary: 'print no summary and no progress' },
  noColor: { kind: 'flag', group: 'Output', summary: 'no colours; so does the variable NO_COLOR' },
  help: { kind: 'flag', alias: 'h', group: 'Output', summary: 'print this text' },
} as const satisfies Readonly<Record<string, OptionDescription>>;

export type OptionName = keyof typeof options;

// Object.keys forgets what the table's type knows.
export const optionNames = Object.keys(options) as readonly OptionName[];

/** What one simulation can be told. */
export const OF_SIM: readonly OptionName[] = optionNames.filter(
  name => !['Variants', 'Tuning', 'Curves', 'Trace', 'Query', 'Explain', 'Studio'].includes(options[name].group),
);

/** Accepted by every command. */
export const EVERYWHERE = ['json', 'noReport', 'quiet', 'noColor', 'help'] as const satisfies readonly OptionName[];

/** The description of an option, as wide as the table's entries may be. */
export function describeOption(name: OptionName): OptionDescription {
  return options[name];
}
