import { InputError } from '../../spec/input-error.ts';
import { loadNamedFiles, type NamedVariant } from '../compare/named-files.ts';
import { parseOptions } from '../compare/variant-list.ts';
import type { Settings } from '../options/settings.ts';

const USUAL = { from: 'reference', to: 'tierlab' } as const;

/** The two designs that an ablation goes between. @throws InputError naming the option */
export function endsOf(settings: Settings): ReturnType<typeof loadNamedFiles> {
  return loadNamedFiles([endOf(settings.from ?? USUAL.from, '--from'), endOf(settings.to ?? USUAL.to, '--to')]);
}

/** A preset by its name, or a set of options, of which the text is the name. */
function endOf(text: string, flag: string): NamedVariant {
  const isPreset = !text.includes('=');
  const settings = isPreset ? { preset: text.trim() } : parseOptions(text, flag);
  const placed = ({ place, problem }: InputError) =>
    new InputError(isPreset && place === '--preset' ? flag : `${flag}: ${place.replace(/^--/, '')}`, problem);
  return { name: text.trim(), given: { settings, places: new Map() }, placed };
}
