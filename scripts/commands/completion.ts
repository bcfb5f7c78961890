import yargs from 'yargs';
import { InputError } from '../../spec/input-error.ts';
import { describeOption, flagOf, optionNames } from '../options/table.ts';
import type { Invocation } from './invocation.ts';

const SHELLS = ['bash', 'zsh'];

/** Prints the script that makes a shell ask this program for completions. */
export async function run({ argument }: Invocation): Promise<void> {
  const shell = argument ?? (process.env.SHELL?.includes('zsh') ? 'zsh' : 'bash');
  if (!SHELLS.includes(shell))
    throw new InputError('completion', `unknown shell "${shell}", expected ${SHELLS.join(' or ')}`);
  // yargs writes for the shell that this variable names.
  const { SHELL } = process.env;
  process.env.SHELL = shell;
  yargs().scriptName('tierlab').completion('completion', false).showCompletionScript();
  if (SHELL === undefined) delete process.env.SHELL;
  else process.env.SHELL = SHELL;
}

/** Names where an option's values come from a catalogue or are few words; commands and options otherwise. */
export function complete(
  current: string,
  _parsed: unknown,
  byDefault: () => void,
  done: (words: string[]) => void,
): void {
  const line = process.argv.slice(process.argv.indexOf('--get-yargs-completions') + 1);
  const before = line[line.length - 2] ?? '';
  valuesAfter(before).then(
    values => (values ? done(values.filter(each => each.startsWith(current))) : byDefault()),
    byDefault,
  );
}

async function valuesAfter(word: string): Promise<readonly string[] | undefined> {
  const name = optionNames.find(each => word === flagOf(each) || word === `-${describeOption(each).alias}`);
  const option = name && describeOption(name);
  if (!option || option.kind === 'flag') return undefined;
  if (option.kind === 'choice') return option.choices;
  if (!option.catalogue) return undefined;
  const { catalogues } = await import('../catalogue/catalogues.ts');
  return catalogues[option.catalogue].map(each => each.name);
}
