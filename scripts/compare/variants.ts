import { existsSync } from 'node:fs';
import type { Options } from '../../engine/configuration/types.ts';
import type { PluginSummary } from '../../engine/documents/head.ts';
import { InputError } from '../../spec/input-error.ts';
import { splitSpecs } from '../../spec/spec.ts';
import { locate, type Settings } from '../options/settings.ts';
import { loadNamedFiles, type NamedVariant, type Variant } from './named-files.ts';
import { parseVariantList } from './variant-list.ts';
import type { NamedOptions } from './variants-file.ts';

/** What is compared where nobody says. */
const USUAL = 'tierlab,exclusive-lru,flat,reference';

/**
 * The variants that `--variants`, `--presets` and `--policies` name, in this order.
 * @returns with the policies from files that their own options name
 * @throws InputError for fewer than two, or two of one name
 */
export async function variantsOf(settings: Settings): Promise<{ variants: Variant[]; plugins: PluginSummary[] }> {
  const variants = await namedVariants(settings);
  if (variants.length === 1)
    throw new InputError('', `"${variants[0]!.name}" is the only variant, expected two at least`);
  return loadNamedFiles(variants);
}

/**
 * The same as they are asked for.
 * @param inFile variants that stand in a file, where `--variants` names none
 * @throws InputError for none, or two of one name
 */
export async function namedVariants(settings: Settings, inFile: readonly NamedVariant[] = []): Promise<NamedVariant[]> {
  const { variants: text, policies, residency = 'per-level' } = settings;
  const named = text === undefined ? inFile : await read(text);
  const others = text !== undefined || policies !== undefined || inFile.length > 0;
  const presets = settings.presets ?? (others ? '' : USUAL);
  const variants = [
    ...named,
    ...splitSpecs(presets).map(preset => plain(preset, { preset }, '--preset', '--presets')),
    // Where one order over all levels says who leaves, a policy in each level would change little.
    ...splitSpecs(policies ?? '').map(policy => plain(policy, { policy, residency }, '--policy', '--policies')),
  ];
  if (variants.length === 0) throw new InputError('--variants', 'there are none, expected two at least');
  for (const [i, { name }] of variants.entries())
    if (variants.findIndex(each => each.name === name) < i)
      throw new InputError('', `two variants are called "${name}", expected names of their own`);
  return variants;
}

function plain(name: string, options: Options, flag: string, written: string): NamedVariant {
  const placed = (error: InputError) =>
    error.place.startsWith(flag) ? new InputError(error.place.replace(flag, written), error.problem) : error;
  return { name, given: { settings: options, places: new Map() }, placed };
}

/** Option sets by name, from a file or as they stand on the command line. */
async function read(text: string): Promise<NamedVariant[]> {
  if (!existsSync(text) && !/^[^:;]*\.(ya?ml|json)$/i.test(text))
    return parseVariantList(text).map(({ name, settings }) => ({
      name,
      given: { settings, places: new Map() },
      placed: error => new InputError(`--variants ${name}: ${error.place.replace(/^--/, '')}`, error.problem),
    }));
  // The libraries that it takes are slow to load.
  const { readVariantsFile } = await import('./variants-file.ts');
  return readVariantsFile(text).map(each => fromFile(each, text));
}

/** A variant that stands in a file. */
export function fromFile({ name, placed: given }: NamedOptions, file: string): NamedVariant {
  return {
    name,
    // A path in the file is relative to it, as in a configuration file.
    given: { ...given, settings: { ...given.settings, config: file } },
    placed: error => locate(error, given.places),
  };
}
