import { InputError } from '../../spec/input-error.ts';
import { nearestName } from '../../spec/nearest.ts';
import { commands } from '../commands/catalog.ts';
import type { CommandDescription } from '../commands/description.ts';
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

/** An option as it was typed: one letter has one dash. */
function written(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}
