import { type Document, isMap, isNode, isSeq } from 'yaml';
import { optionsOf } from '../../engine/configuration/options-of.ts';
import { InputError } from '../../spec/input-error.ts';
import { configuration } from '../schemas/configuration.ts';
import type { PlacedSettings } from './settings.ts';
import type { OptionName } from './table.ts';

/** Whether a file holds a complete configuration, as `tune` writes it and documents state it: its levels are objects, not a text. */
export function isWholeConfiguration({ contents }: Document): boolean {
  if (!isMap(contents)) return false;
  const levels = contents.get('levels', true);
  return isSeq(levels) && levels.items.length > 0 && levels.items.every(isMap);
}

/** Whether a file is the document of a run, which has a configuration in it. */
export function isResult({ contents }: Document): boolean {
  return isMap(contents) && String(contents.get('schema')).startsWith('tierlab/');
}

/**
 * The options that a complete configuration stands for, each placed where it is said.
 * @param at where in the file an offset is: `config.json:3:5`
 * @throws InputError with file, line and column
 */
export function readWholeConfiguration(document: Document, at: (offset: number) => string): PlacedSettings {
  const checked = configuration.safeParse(document.toJS());
  if (!checked.success) {
    const { path, message } = checked.error.issues[0]!;
    throw new InputError(`${at(offsetOf(document, path))}: ${path.join('.') || 'configuration'}`, message);
  }
  const settings = optionsOf(checked.data);
  // Every option is named here, of which the configuration may call some otherwise.
  const places = Object.keys(settings).map(name => [name as OptionName, at(offsetOf(document, [name]))] as const);
  return { settings, places: new Map(places) };
}

/** Where the innermost part of a path that there is begins. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
