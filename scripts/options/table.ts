import { ablationOptions } from '../ablate/options.ts';
import { benchOptions } from '../bench/options.ts';
import { variantOptions } from '../compare/options.ts';
import { explainOptions } from '../explain/options.ts';
import { curveOptions } from '../mrc/options.ts';
import { queryOptions } from '../query/options.ts';
import { studioOptions } from '../studio/options.ts';
import { traceOptions } from '../trace/options.ts';
import { tuningOptions } from '../tune/options.ts';
import { cacheOptions } from './cache.ts';
import type { OptionDescription, OptionDescriptions } from './description.ts';
import { outputOptions } from './output.ts';
import { runOptions } from './run.ts';
import { timeOptions } from './time.ts';
import { workloadOptions } from './workload.ts';

export { flagOf, kebab } from '../../spec/flag.ts';

/**
 * Every option of the command line, in the order of the help. Parsing, the check of configuration files, help, completion,
 * documentation and JSON Schema are derived from this table. Keys are the camel-case names; on the command line they are
 * written in kebab case.
 */
export const options = {
  ...workloadOptions,
  ...variantOptions,
  ...ablationOptions,
  ...tuningOptions,
  ...cacheOptions,
  ...timeOptions,
  ...curveOptions,
  ...traceOptions,
  ...queryOptions,
  ...explainOptions,
  ...studioOptions,
  ...benchOptions,
  ...runOptions,
  ...outputOptions,
} as const satisfies OptionDescriptions;

export type OptionName = keyof typeof options;

// Object.keys forgets what the table's type knows.
export const optionNames = Object.keys(options) as readonly OptionName[];

/** What one simulation can be told. */
export const OF_SIM: readonly OptionName[] = optionNames.filter(
  name =>
    !['Variants', 'Tuning', 'Curves', 'Trace', 'Query', 'Explain', 'Studio', 'Benchmark'].includes(options[name].group),
);

/** Accepted by every command. */
export const EVERYWHERE = ['json', 'noReport', 'quiet', 'noColor', 'help'] as const satisfies readonly OptionName[];

/** The description of an option, as wide as the table's entries may be. */
export function describeOption(name: OptionName): OptionDescription {
  return options[name];
}
