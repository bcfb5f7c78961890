/** The language in which options describe themselves. */

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

export type OptionDescriptions = Readonly<Record<string, OptionDescription>>;

/** What the help puts together, in its order. */
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
  'Benchmark',
  'Run',
  'Output',
] as const;

/** An option with one of these words, without a default of its own. */
export function choice(choices: readonly string[], group: OptionCommon['group'], summary: string) {
  return { kind: 'choice', value: choices.join('|'), choices, group, summary } as const;
}
