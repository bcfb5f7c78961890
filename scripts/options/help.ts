import { type CommandDescription, describeFor, usageOf } from '../commands/description.ts';
import { entry, wrap } from '../text/columns.ts';
import { GROUPS, type OptionDescription } from './description.ts';
import { flagOf, type OptionName } from './table.ts';

const MARGIN = 26;

/** `-w, --workload SPEC|FILE`, as the help and the documentation write it. */
export function optionSyntax(name: OptionName, option: OptionDescription): string {
  const short = option.alias === undefined ? '' : `-${option.alias}, `;
  return `${short}${flagOf(name)}${option.kind === 'flag' ? '' : ` ${option.value}`}`;
}

/** The help of one command, at most 80 columns wide. */
export function commandHelp(command: CommandDescription): string {
  const sections = [`tierlab ${usageOf(command)} [options]\n\n${wrap(command.summary, 0)}`];
  for (const group of GROUPS) {
    const names = command.options.filter(name => describeFor(command, name).group === group);
    if (names.length > 0) sections.push(`${group}\n${names.map(name => optionHelp(name, command)).join('\n')}`);
  }
  sections.push(`Examples\n${command.examples.map(example).join('\n')}`);
  return sections.join('\n\n');
}

/** The help without a command. */
export function overview(commands: readonly CommandDescription[]): string {
  const lines = commands.map(each => entry(`  ${each.name}`, each.summary, 17));
  return `tierlab COMMAND [options]\n\n${lines.join('\n')}\n\ntierlab COMMAND --help says more.`;
}

function optionHelp(name: OptionName, command: CommandDescription): string {
  const option = describeFor(command, name);
  const fallback = option.kind !== 'flag' && option.default !== undefined ? ` [${option.default}]` : '';
  return entry(
    `  ${option.alias === undefined ? '    ' : ''}${optionSyntax(name, option)}`,
    `${option.summary}${fallback}`,
    MARGIN,
  );
}

function example({ command, what }: { command: string; what: string }): string {
  return `  ${command}\n      ${wrap(what, 6)}`;
}
