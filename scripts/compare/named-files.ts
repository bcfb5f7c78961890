import type { Options } from '../../engine/configuration/types.ts';
import type { PluginSummary } from '../../engine/documents/head.ts';
import { registeredPlugins } from '../../engine/plugins/registry.ts';
import { InputError } from '../../spec/input-error.ts';
import { loadSamples } from '../latency/sample-files.ts';
import { checkChoices, type PlacedSettings } from '../options/settings.ts';
import { loadPlugins } from '../plugins/load.ts';
import { namedFiles } from '../plugins/named-files.ts';
import { axesOf } from '../sim/axes.ts';

/** A cache to be compared, as it was asked for. */
export interface NamedVariant {
  readonly name: string;
  readonly given: PlacedSettings;
  /** Says where the option stands that an error complains of. */
  placed(error: InputError): InputError;
}

/** The same, with what its options name in files. */
export interface Variant extends Omit<NamedVariant, 'given'> {
  /** What it asks for, on top of what all have in common. */
  readonly options: Options;
}

/**
 * Loads policies and latency samples from the files that variants name, beside those of the command line.
 * @throws InputError for a file that cannot be used
 */
export async function loadNamedFiles(
  variants: readonly NamedVariant[],
): Promise<{ variants: Variant[]; plugins: PluginSummary[] }> {
  const plugins: PluginSummary[] = [];
  const loaded: Variant[] = [];
  for (const { name, given, placed } of variants) {
    const before = registeredPlugins();
    try {
      checkChoices(given.settings);
      for (const plugin of (await loadPlugins(namedFiles(given))) ?? [])
        if (!plugins.some(each => each.spec === plugin.spec)) plugins.push(plugin);
      loaded.push({ name, options: axesOf(loadSamples(given)), placed });
    } catch (error) {
      throw error instanceof InputError ? placed(error) : error;
    }
    for (const { name: policy, code } of before)
      if (registeredPlugins().some(each => each.name === policy && each.code !== code))
        throw new InputError('', `${policy} is two files: another one in "${name}" than before it`);
  }
  return { variants: loaded, plugins };
}
