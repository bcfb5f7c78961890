import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import { parseCount } from '../../spec/quantity.ts';
import { describeOption, flagOf, type OptionName, optionNames, type options } from './table.ts';

type ValueOf<Name extends OptionName> = (typeof options)[Name]['kind'] extends 'flag' ? boolean : string;

/** What the user asked for: a text for each option with a value, true for each flag. */
export type Settings = { readonly [Name in OptionName]?: ValueOf<Name> };

/** Settings and, for those from a configuration file, where they stand: `exp.yaml:3:9`. */
export interface PlacedSettings {
  readonly settings: Settings;
  readonly places: ReadonlyMap<OptionName, string>;
}

/** What the command line says wins over what the file says. */
export function override(file: PlacedSettings, commandLine: Settings): PlacedSettings {
  const places = new Map([...file.places].filter(([name]) => commandLine[name] === undefined));
  return { settings: { ...file.settings, ...commandLine }, places };
}

/** @throws InputError when an option of a few words has another one */
export function checkChoices(settings: Settings, describe: typeof describeOption = describeOption): void {
  for (const name of optionNames) {
    const option = describe(name);
    const value = settings[name];
    if (option.kind !== 'choice' || value === undefined || option.choices.includes(String(value))) continue;
    throw new InputError(flagOf(name), unknownWord(value, option.choices));
  }
}

/** What is wrong with a value that is none of the words. */
export function unknownWord(found: unknown, words: readonly string[]): string {
  return `unknown word "${found}"${suggestion(String(found), words)}`;
}

/** The same error, placed in the configuration file where the value that it complains of came from there. */
export function locate(error: InputError, places: ReadonlyMap<OptionName, string>): InputError {
  for (const [name, place] of places) {
    const flag = flagOf(name);
    if (error.place !== flag && !error.place.startsWith(`${flag}:`) && !error.place.startsWith(`${flag} `)) continue;
    return new InputError(`${place}: ${error.place.slice(2)}`, error.problem);
  }
  return error;
}

/** What the work returns. @throws InputError placed as by `locate` */
export function located<Result>(places: ReadonlyMap<OptionName, string>, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof InputError ? locate(error, places) : error;
  }
}

/** @throws InputError unless the option, where given, is a whole number in the range */
export function countSetting<Fallback>(
  settings: Settings,
  name: 'requests' | 'seed' | 'seeds' | 'orders' | 'jobs' | 'size',
  min: number,
  fallback: Fallback,
): number | Fallback {
  const text = settings[name];
  if (text === undefined) return fallback;
  const value = parseCount(text, flagOf(name));
  if (value < min) throw new InputError(flagOf(name), `found ${text}, expected at least ${min}`);
  return value;
}
