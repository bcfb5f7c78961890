import { type Document, isMap, isScalar } from 'yaml';
import { InputError } from '../../spec/input-error.ts';
import { offsetOf, type Positions, parseFile, readOptions } from '../options/config-file.ts';
import type { PlacedSettings } from '../options/settings.ts';
import { axisNames } from '../sim/axes.ts';

/**
 * Reads a YAML or JSON file of named option sets: `careful: { preset: tierlab, promotion: never }`.
 * @throws InputError with file, line and column
 */
export function readVariantsFile(file: string): NamedOptions[] {
  const { document, at } = parseFile(file, '--variants');
  return readVariants(document, document.contents, at);
}

/** An option set by name, as a file has it. */
export interface NamedOptions {
  readonly name: string;
  readonly placed: PlacedSettings;
}

/** The same from a part of a file. @throws InputError with file, line and column */
export function readVariants(document: Document, part: unknown, at: Positions): NamedOptions[] {
  if (!isMap(part)) throw new InputError(at(offsetOf(part, 0)), 'expected variants as "name: { option: value }"');
  return part.items.map(({ key, value }) => ({
    name: String(isScalar(key) ? key.value : key),
    placed: readOptions(document, value, axisNames, at),
  }));
}
