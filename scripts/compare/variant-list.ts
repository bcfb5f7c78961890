import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import type { Settings } from '../options/settings.ts';
import { describeOption, kebab, type OptionName } from '../options/table.ts';
import { axisNames } from '../sim/axes.ts';

/**
 * `a: preset=flat; b: preset=tierlab,promotion=nth-hit:n=2,window=50`: option sets by name. A piece between commas begins an option
 * where it names one; else it belongs to the value before it, if that is a list or has parameters.
 * @throws InputError naming the variant
 */
export function parseVariantList(text: string): { readonly name: string; readonly settings: Settings }[] {
  const parts = text.split(';').filter(part => part.trim() !== '');
  return parts.map(part => {
    const colon = part.indexOf(':');
    const name = part.slice(0, Math.max(0, colon)).trim();
    if (name === '') throw new InputError('--variants', `found "${part.trim()}", expected "name: option=value,…"`);
    return { name, settings: parseOptions(part.slice(colon + 1), `--variants ${name}`) };
  });
}

/** `preset=flat,promotion=never`: options of the cache. @throws InputError at the place */
export function parseOptions(text: string, place: string): Settings {
  const values = new Map<OptionName, string>();
  let last: OptionName | undefined;
  for (const piece of text.split(/[\s,]+/).filter(each => each !== '')) {
    const equals = piece.indexOf('=');
    const written = piece.slice(0, Math.max(0, equals));
    const name = axisNames.find(each => each === written || kebab(each) === written);
    if (name !== undefined) {
      if (values.has(name)) throw new InputError(place, `option "${written}" is given twice`);
      values.set(name, piece.slice(equals + 1));
      last = name;
    } else if (last !== undefined && goesOn(last, values.get(last)!)) {
      values.set(last, `${values.get(last)},${piece}`);
    } else if (equals <= 0) {
      throw new InputError(place, `found "${piece}", expected option=value`);
    } else {
      throw new InputError(place, `unknown option "${written}"${suggestion(written, axisNames.map(kebab))}`);
    }
  }
  // Every option that says how the cache is has a text.
  return Object.fromEntries(values) as Settings;
}

/** Whether a value has pieces between commas of its own. */
function goesOn(name: OptionName, value: string): boolean {
  return describeOption(name).kind === 'list' || value.includes(':') || value.includes('=');
}
