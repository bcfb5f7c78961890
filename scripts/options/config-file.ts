import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import type { OptionDescription } from './description.ts';
import { type PlacedSettings, type Settings, unknownWord } from './settings.ts';
import { describeOption, kebab, type OptionName } from './table.ts';
import { isResult, isWholeConfiguration, readWholeConfiguration } from './whole-configuration.ts';

/** Some options make sense on the command line only. */
function inFiles(names: readonly OptionName[]): OptionName[] {
  return names.filter(name => name !== 'config' && name !== 'help');
}

/**
 * What a configuration file may say for a command that takes these options: an object whose keys are the long option names.
 * Lists may be written as YAML lists. Strict, so that a misspelt key is an error.
 */
export function configSchema(accepted: readonly OptionName[], describe: typeof describeOption = describeOption) {
  const shape = inFiles(accepted).map(name => [name, valueSchema(describe(name))] as const);
  return z.strictObject(Object.fromEntries(shape));
}

function valueSchema(option: OptionDescription) {
  return withoutDescription(option).optional().describe(option.summary);
}

function withoutDescription(option: OptionDescription) {
  if (option.kind === 'flag') return z.boolean('expected true or false');
  if (option.kind === 'choice')
    return z.enum([...option.choices], { error: ({ input }) => unknownWord(input, option.choices) });
  const text = z.union([z.string(), z.number()], 'expected a text or a number');
  return option.kind === 'text' ? text : z.union([text, z.array(text)], 'expected a text or a list of texts');
}

/**
 * Reads a YAML or JSON file of options, whose keys may be in camel or kebab case; or of a complete configuration, where the command
 * takes a cache's options.
 * @throws InputError with file, line and column
 */
export function readConfigFile(
  file: string,
  accepted: readonly OptionName[],
  describe?: typeof describeOption,
): PlacedSettings {
  const { document, at } = parseFile(file, '--config');
  if (isResult(document))
    throw new InputError(at(0), 'a result, expected options; its cache is what stands under "configuration"');
  if (isWholeConfiguration(document) && accepted.includes('preset')) return readWholeConfiguration(document, at);
  return readOptions(document, document.contents, accepted, at, describe);
}

/** `file:line:column` of an offset. */
export type Positions = (offset: number) => string;

/** @param flag the option that names the file @throws InputError with file, line and column */
export function parseFile(file: string, flag: string): { document: Document; at: Positions } {
  const lines = new LineCounter();
  const document = parseDocument(readText(file, flag), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const fault = document.errors[0];
  if (fault) throw new InputError(at(fault.pos[0]), fault.message);
  return { document, at };
}

/**
 * Reads options from a part of a file: a map, or nothing.
 * @throws InputError with file, line and column
 */
export function readOptions(
  document: Document,
  part: unknown,
  accepted: readonly OptionName[],
  at: Positions,
  describe?: typeof describeOption,
): PlacedSettings {
  const { values, offsets } = readKeys(document, part, inFiles(accepted), at);
  const checked = configSchema(accepted, describe).safeParse(values);
  if (!checked.success) {
    const { path, message } = checked.error.issues[0]!;
    const name = String(path[0]);
    throw new InputError(`${at(offsets.get(name)!)}: ${kebab(name)}`, message);
  }
  const entries = Object.entries(checked.data).map(([name, value]) => [name, asText(value)] as const);
  return {
    // The schema has made sure of names and kinds.
    settings: Object.fromEntries(entries.filter(([, value]) => value !== false)) as Settings,
    places: new Map([...offsets].map(([name, offset]) => [name as OptionName, at(offset)])),
  };
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a directory, expected a file',
};

function readText(file: string, flag: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(flag, `${file}: ${UNREADABLE[code ?? ''] ?? message}`);
  }
}

/** The values by camel-case name, and where each value starts. */
function readKeys(document: Document, part: unknown, allowed: readonly OptionName[], at: Positions) {
  const values: Record<string, unknown> = {};
  const offsets = new Map<string, number>();
  if (part === null || (isScalar(part) && part.value === null)) return { values, offsets };
  if (!isMap(part)) throw new InputError(at(offsetOf(part, 0)), 'expected options as "name: value"');
  for (const { key, value } of part.items) {
    const keyAt = offsetOf(key, 0);
    const written = String(isScalar(key) ? key.value : key);
    const name = allowed.find(each => each === written || kebab(each) === written);
    if (name === undefined)
      throw new InputError(at(keyAt), `unknown option "${written}"${suggestion(written, allowed.map(kebab))}`);
    if (offsets.has(name)) throw new InputError(at(keyAt), `option "${written}" is given twice`);
    values[name] = isNode(value) ? value.toJS(document) : value;
    offsets.set(name, offsetOf(value, keyAt));
  }
  return { values, offsets };
}

/** Where a part of the file begins. */
export function offsetOf(part: unknown, otherwise: number): number {
  return isNode(part) ? (part.range?.[0] ?? otherwise) : otherwise;
}

function asText(value: unknown): string | boolean {
  if (typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.join(',') : String(value);
}
