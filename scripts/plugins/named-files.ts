import { dirname, resolve } from 'node:path';
import { LEVELS, parsePlaces, QUOTAS } from '../../engine/configuration/level-list.ts';
import { isPluginName } from '../../engine/plugins/registry.ts';
import { InputError } from '../../spec/input-error.ts';
import type { PlacedSettings } from '../options/settings.ts';
import { flagOf, type OptionName } from '../options/table.ts';

/** The options in which eviction policies are named. */
const OPTIONS = ['policy', 'policies', 'levels', 'quotas', 'residency'] as const satisfies readonly OptionName[];

/** A file that specs name in place of a policy. */
export interface NamedFile {
  /** As the specs have it. */
  readonly name: string;
  readonly path: string;
  /** The option that names it first. */
  readonly flag: string;
}

/**
 * The files that the settings name in place of policies; a path is relative to the current directory, in a configuration file
 * to that file.
 * @throws InputError when one name stands for two files
 */
export function namedFiles({ settings, places }: PlacedSettings): NamedFile[] {
  const found = new Map<string, NamedFile>();
  for (const option of OPTIONS) {
    const directory = places.has(option) ? dirname(settings.config!) : '.';
    for (const name of namesIn(option, settings[option] ?? '')) {
      const file = { name, path: resolve(directory, name), flag: flagOf(option) };
      const other = found.get(name);
      if (other && other.path !== file.path)
        throw new InputError(file.flag, `${name} is ${file.path} here and ${other.path} in ${other.flag}`);
      if (!other) found.set(name, file);
    }
  }
  return [...found.values()];
}

function namesIn(option: (typeof OPTIONS)[number], text: string): string[] {
  const list = option === 'levels' ? LEVELS : option === 'quotas' ? QUOTAS : null;
  const specs = list && text !== '' ? parsePlaces(text, list, () => undefined).map(({ policy }) => policy) : [text];
  // Also within a parameter: guarded:challenger=./mine.ts, or lirs+./mine.ts; elsewhere a path may have a + in it.
  return specs.flatMap(spec => spec.split(/[\s,:=]+|(?<=challenger=[^\s,]*)\+/)).filter(isPluginName);
}
