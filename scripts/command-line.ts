import yargs, { type Argv, type Options } from 'yargs';
import { InputError } from '../spec/input-error.ts';
import { suggestion } from '../spec/nearest.ts';
import { shellWords } from '../spec/shell-words.ts';
import { commands } from './commands/catalog.ts';
import { complete } from './commands/completion.ts';
import { type CommandDescription, describeFor, writesDirectory } from './commands/description.ts';
import { loadSamples } from './latency/sample-files.ts';
import { fromYargs, refuseValuesOfFlags, unknownOption } from './options/complaints.ts';
import { commandHelp, overview } from './options/help.ts';
import { checkChoices, locate, override, type PlacedSettings, type Settings } from './options/settings.ts';
import { flagOf, kebab } from './options/table.ts';
import { version } from './package.ts';
import { loadPlugins } from './plugins/load.ts';
import { namedFiles } from './plugins/named-files.ts';
import { RESULTS } from './results/directory.ts';
import { checkOutputDirectory } from './results/output-directory.ts';

/** What yargs makes of the arguments: options by kebab-case name, positional arguments under `_`. */
type Parsed = Readonly<Record<string, unknown>> & { readonly _: readonly (string | number)[] };

/**
 * Runs the command that the arguments ask for.
 * @param args without the interpreter and the script
 * @throws InputError for arguments that cannot be used, and whatever the command throws
 */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const parser = yargs()
    .scriptName('tierlab')
    .locale('en')
    .version(false)
    .help(false)
    .exitProcess(false)
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'duplicate-arguments-array': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'short-option-groups': false,
      'strip-aliased': true,
    })
    .fail((message, error) => {
      throw error instanceof InputError ? error : fromYargs(message);
    });
  let call: (() => Promise<void>) | undefined;
  const declare = (to: Argv, name: string, command: CommandDescription) => {
    // An argument that is missing is the command's own to complain of.
    const usage = command.argument === undefined ? name : `${name} [${command.argument}]`;
    to.command(usage, command.summary, define(command), parsed => {
      call = () => run(command, parsed, args);
    });
  };
  for (const [name, members] of families()) {
    if (members[0]!.name === name) declare(parser, name, members[0]!);
    else
      parser.command(
        name,
        members.map(each => each.name).join(', '),
        family => {
          for (const member of members) declare(family, member.name.slice(name.length + 1), member);
          return family;
        },
        parsed => {
          call = async () => console.log(withoutMember(name, members, parsed));
        },
      );
  }
  const completing = args.includes('--get-yargs-completions');
  if (completing) parser.completion('completion-script', false, complete);
  await parser.parseAsync([...args]);
  if (completing) return;
  if (call) await call();
  else console.log(withoutCommand(args));
}

/** The commands by the first word of their names: a word stands for one command, or for a family of them. */
function families(): Map<string, CommandDescription[]> {
  const byWord = new Map<string, CommandDescription[]>();
  for (const command of commands) {
    const word = command.name.split(' ')[0]!;
    byWord.set(word, [...(byWord.get(word) ?? []), command]);
  }
  return byWord;
}

/** What is printed when the arguments name a family of commands and none of its members. */
function withoutMember(name: string, members: readonly CommandDescription[], parsed: Parsed): string {
  const names = members.map(each => each.name);
  const [, found] = parsed._;
  if (found !== undefined) {
    const full = `${name} ${found}`;
    throw new InputError('', `unknown command "${full}"${suggestion(full, names)}`);
  }
  if (parsed.help || parsed.h) return overview(members);
  throw new InputError('', `${name} is not a whole command, expected ${names.join(' or ')}`);
}

/** Declares options and the argument to yargs; the meaning of their values is none of its business. */
function define(command: CommandDescription): (parser: Argv) => Argv {
  const { options, argument } = command;
  return parser => {
    if (argument !== undefined) parser.positional(argument, { type: 'string' });
    for (const name of options) {
      const option = describeFor(command, name);
      const alias = option.alias === undefined ? {} : { alias: option.alias };
      const kind: Options = option.kind === 'flag' ? { boolean: true } : { string: true, nargs: 1 };
      parser.option(kebab(name), { ...alias, ...kind, describe: option.summary });
    }
    return parser;
  };
}

async function run(command: CommandDescription, parsed: Parsed, args: readonly string[]): Promise<void> {
  const superfluous = parsed._[command.name.split(' ').length];
  if (superfluous !== undefined) throw new InputError('', `${command.name}: unexpected argument "${superfluous}"`);
  refuseValuesOfFlags(args, command);
  const commandLine = settingsOf(parsed, command);
  if (commandLine.help) {
    console.log(commandHelp(command));
    return;
  }
  const argument = argumentOf(parsed, command, args);
  const { settings, places } = await withFile(commandLine, command, argument);
  if (settings.noColor) withoutColours();
  try {
    checkChoices(settings, name => describeFor(command, name));
    if (writesDirectory(command)) checkOutputDirectory(settings.out ?? RESULTS, flagOf('out'));
    const plugins = await loadPlugins(namedFiles({ settings, places }));
    const module = await command.load();
    await module.run({
      settings: loadSamples({ settings, places }),
      commandLine,
      ...(plugins && { plugins }),
      ...(argument === undefined ? {} : { argument }),
      command: shellWords(['npx', 'tierlab', ...args]),
    });
  } catch (error) {
    throw error instanceof InputError ? locate(error, places) : error;
  }
}

function argumentOf(parsed: Parsed, { argument }: CommandDescription, args: readonly string[]): string | undefined {
  const text = argument === undefined ? undefined : parsed[argument];
  if (text === undefined) return undefined;
  // yargs loses a lone dash on its way to where it belongs.
  return text === '' && args.includes('-') ? '-' : String(text);
}

/** The libraries that colour look at the environment. */
function withoutColours(): void {
  process.env.NO_COLOR = '1';
  delete process.env.FORCE_COLOR;
}

function settingsOf(parsed: Parsed, command: CommandDescription): Settings {
  const known = new Map(command.options.map(name => [kebab(name), name]));
  const settings: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(parsed)) {
    if (key === '_' || key === '$0' || key === command.argument || value === undefined) continue;
    const name = known.get(key);
    if (name === undefined) throw unknownOption(key, command);
    if (value !== false) settings[name] = value;
  }
  // The loop has admitted this command's options only, and `define` has told yargs their kinds.
  return settings as Settings;
}

/** What the command line says, and beside it what a configuration file does, or the file that is the command's argument. */
async function withFile(
  commandLine: Settings,
  command: CommandDescription,
  argument: string | undefined,
): Promise<PlacedSettings> {
  if (command.optionsIn && argument !== undefined)
    return override(await command.optionsIn(argument), { ...commandLine, config: argument });
  if (commandLine.config === undefined) return { settings: commandLine, places: new Map() };
  // The libraries that it takes are slow to load.
  const { readConfigFile } = await import('./options/config-file.ts');
  return override(
    readConfigFile(commandLine.config, command.options, name => describeFor(command, name)),
    commandLine,
  );
}

/** What is printed when the arguments name no command. */
function withoutCommand(args: readonly string[]): string {
  const names = [...families().keys()];
  const found = args.find(each => !each.startsWith('-'));
  if (found !== undefined && names.includes(found))
    throw new InputError('', `write the command first: tierlab ${found} …`);
  if (found !== undefined) throw new InputError('', `unknown command "${found}"${suggestion(found, names)}`);
  if (args.includes('--version')) return version;
  if (args.includes('--help') || args.includes('-h')) return overview(commands);
  throw new InputError('', `no command, expected one of ${names.join(', ')}; tierlab --help says more`);
}
