import { isMap, isScalar } from 'yaml';
import { InputError } from '../../spec/input-error.ts';
import { offsetOf, parseFile, readOptions } from '../options/config-file.ts';
import type { PlacedSettings } from '../options/settings.ts';
import { axisNames } from '../sim/axes.ts';

/**
 * Reads a YAML or JSON file of named option sets: `careful: { preset: tierlab, promotion: never }`.
 * @throws InputError with file, line and column
 */
export function readVariantsFile(file: string): { readonly name: string; readonly placed: PlacedSettings }[] {
  const { document, at } = parseFile(file, '--variants');
  const { contents } = document;
  if (!isMap(contents))
    throw new InputError(at(offsetOf(contents, 0)), 'expected variants as "name: { option: value }"');
  return contents.items.map(({ key, value }) => ({
    name: String(isScalar(key) ? key.value : key),
    placed: readOptions(document, value, axisNames, at),
  }));
}
