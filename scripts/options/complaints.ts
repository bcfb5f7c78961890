import { InputError } from '../../spec/input-error.ts';
import { nearestName } from '../../spec/nearest.ts';
import { commands } from '../commands/catalog.ts';
import { type CommandDescription, describeFor } from '../commands/description.ts';
import { flagOf, kebab } from './table.ts';

/** What yargs finds wrong, in one line of ours. */
export function fromYargs(message: string): InputError {
  const withoutValue = /^Not enough arguments following: (.+)$/.exec(message)?.[1];
  return withoutValue === undefined
    ? new InputError('', message)
    : new InputError(written(withoutValue), 'no value given');
}

/** An option that a command does not have; the nearest of its own, or the commands that have it. */
export function unknownOption(name: string, command: CommandDescription): InputError {
  const owners = commands.filter(each => each.options.some(option => kebab(option) === name)).map(each => each.name);
  if (owners.length > 0)
    return new InputError(written(name), `is an option of ${owners.join(', ')}, not of ${command.name}`);
  const nearest = nearestName(written(name), command.options.map(flagOf));
  const hint = nearest === undefined ? `tierlab ${command.name} --help lists them` : `did you mean "${nearest}"?`;
  return new InputError(written(name), `unknown option; ${hint}`);
}

/** yargs takes `--quiet=5` for `--quiet`. @throws InputError for a value that is given to an option without one */
export function refuseValuesOfFlags(args: readonly string[], command: CommandDescription): void {
  for (const arg of args) {
    const [, flag, value] = /^--([^=]+)=(.*)$/s.exec(arg) ?? [];
    const name = command.options.find(each => kebab(each) === flag);
    if (name !== undefined && describeFor(command, name).kind === 'flag')
      throw new InputError(flagOf(name), `takes no value, found "${value}"`);
  }
}

/** An option as it was typed: one letter has one dash. */
function written(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}
