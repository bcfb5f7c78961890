import { readFileSync } from 'node:fs';
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import { type PlacedSettings, type Settings, unknownWord } from './settings.ts';
import { describeOption, kebab, type OptionDescription, type OptionName } from './table.ts';
import { isWholeConfiguration, readWholeConfiguration } from './whole-configuration.ts';

/** Some options make sense on the command line only. */
function inFiles(names: readonly OptionName[]): OptionName[] {
  return names.filter(name => name !== 'config' && name !== 'help');
}

/**
 * What a configuration file may say for a command that takes these options: an object whose keys are the long option names.
 * Lists may be written as YAML lists. Strict, so that a misspelt key is an error.
 */
export function configSchema(accepted: readonly OptionName[]) {
  const shape = inFiles(accepted).map(name => [name, valueSchema(name)] as const);
  return z.strictObject(Object.fromEntries(shape));
}

function valueSchema(name: OptionName) {
  const option = describeOption(name);
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
export function readConfigFile(file: string, accepted: readonly OptionName[]): PlacedSettings {
  const lines = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const fault = document.errors[0];
  if (fault) throw new InputError(at(fault.pos[0]), fault.message);
  if (isWholeConfiguration(document) && accepted.includes('preset')) return readWholeConfiguration(document, at);
  const { values, offsets } = readKeys(document, inFiles(accepted), at);
  const checked = configSchema(accepted).safeParse(values);
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

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (error as Error).message;
    throw new InputError('--config', `${file}: ${reason}`);
  }
}

/** The values by camel-case name, and where each value starts. */
function readKeys(document: Document, allowed: readonly OptionName[], at: (offset: number) => string) {
  const values: Record<string, unknown> = {};
  const offsets = new Map<string, number>();
  const { contents } = document;
  if (contents === null) return { values, offsets };
  if (!isMap(contents)) throw new InputError(at(contents.range?.[0] ?? 0), 'expected options as "name: value"');
  for (const { key, value } of contents.items) {
    const keyAt = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    const written = String(isScalar(key) ? key.value : key);
    const name = allowed.find(each => each === written || kebab(each) === written);
    if (name === undefined)
      throw new InputError(at(keyAt), `unknown option "${written}"${suggestion(written, allowed.map(kebab))}`);
    if (offsets.has(name)) throw new InputError(at(keyAt), `option "${written}" is given twice`);
    values[name] = document.getIn([isScalar(key) ? key.value : key]);
    if (typeof values[name] === 'object') values[name] = (value as { toJSON(): unknown } | null)?.toJSON();
    offsets.set(name, (value as { range?: [number, number, number] } | null)?.range?.[0] ?? keyAt);
  }
  return { values, offsets };
}

function asText(value: unknown): string | boolean {
  if (typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.join(',') : String(value);
}
