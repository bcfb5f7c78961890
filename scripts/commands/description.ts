import type { OptionDescription } from '../options/description.ts';
import type { PlacedSettings } from '../options/settings.ts';
import { describeOption, type OptionName, options } from '../options/table.ts';
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

/** What an option is for a command. */
export function describeFor({ own = {} }: Pick<CommandDescription, 'own'>, name: OptionName): OptionDescription {
  return own[name] ?? describeOption(name);
}

/** Whether a command leaves files of results in a directory, and not one file with the name that `--out` gives. */
export function writesDirectory(command: CommandDescription): boolean {
  if (!command.options.includes('out')) return false;
  const out = describeFor(command, 'out');
  return out.kind === 'text' && out.value === options.out.value;
}

/** How a command is called: `policies [NAME]`. */
export function usageOf({ name, argument, required }: CommandDescription): string {
  if (argument === undefined) return name;
  return `${name} ${required ? argument : `[${argument}]`}`;
}
