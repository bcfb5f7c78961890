import { InputError } from './input-error.ts';
import { suggestion } from './nearest.ts';
import type { Description, Parameter, Value, Values } from './parameter.ts';
import { parseCount, parseDuration } from './quantity.ts';

/** A spec, looked up in a catalogue: the entry, its values with defaults filled in, and the text as it was given. */
export interface Resolved<Entry extends Description> {
  readonly entry: Entry;
  readonly values: Values;
  readonly text: string;
}

/**
 * Looks `name` or `name:param=value,param=value` up in a catalogue and checks every value against its description.
 * @param what what is being named, for messages: `eviction policy`
 * @param place where the spec was given, for messages: `--policy`
 * @throws InputError naming the nearest known policy, parameter or choice
 */
export function resolveSpec<Entry extends Description>(
  text: string,
  catalogue: readonly Entry[],
  what: string,
  place: string,
): Resolved<Entry> {
  const colon = text.indexOf(':');
  const name = (colon < 0 ? text : text.slice(0, colon)).trim().toLowerCase();
  const entry = catalogue.find(each => each.name === name || each.aliases?.includes(name));
  if (!entry) {
    const names = catalogue.map(each => each.name);
    throw new InputError(place, `unknown ${what} "${name}"${suggestion(name, names)}`);
  }
  return resolveEntry(text, entry, place);
}

/**
 * Checks what a spec says after its name against an entry that is known already.
 * @throws InputError naming the nearest known parameter or choice
 */
export function resolveEntry<Entry extends Description>(text: string, entry: Entry, place: string): Resolved<Entry> {
  const colon = text.indexOf(':');
  const given = colon < 0 ? new Map<string, string>() : parseAssignments(text.slice(colon + 1), text, place);
  return { entry, values: resolveValues(entry, given, place), text: text.trim() };
}

function parseAssignments(text: string, whole: string, place: string): Map<string, string> {
  const result = new Map<string, string>();
  for (const piece of text.split(',')) {
    const equals = piece.indexOf('=');
    const key = piece.slice(0, equals).trim();
    if (equals < 1 || key === '') throw new InputError(place, `"${whole}": expected parameter=value, found "${piece}"`);
    if (result.has(key)) throw new InputError(place, `"${whole}": parameter "${key}" is given twice`);
    result.set(key, piece.slice(equals + 1).trim());
  }
  return result;
}

function resolveValues(entry: Description, given: ReadonlyMap<string, string>, place: string): Values {
  const values: Record<string, Value> = {};
  for (const [name, parameter] of Object.entries(entry.parameters)) values[name] = parameter.default;
  for (const [name, text] of given) {
    const parameter = entry.parameters[name];
    if (!parameter) {
      const known = Object.keys(entry.parameters);
      const hint = known.length === 0 ? '; it takes none' : suggestion(name, known);
      throw new InputError(place, `${entry.name} has no parameter "${name}"${hint}`);
    }
    values[name] = parseValue(text, parameter, `${place}: ${entry.name}:${name}`);
  }
  return values;
}

function parseValue(text: string, parameter: Parameter, place: string): Value {
  switch (parameter.type) {
    case 'integer':
      return inRange(/^[+-]?\d+$/.test(text) ? Number(text) : parseCount(text, place), parameter, text, place);
    case 'number': {
      const value = text === '' ? Number.NaN : Number(text);
      if (!Number.isFinite(value)) throw new InputError(place, `expected a number, found "${text}"`);
      return inRange(value, parameter, text, place);
    }
    case 'duration':
      return inRange(parseDuration(text, place), parameter, text, place);
    case 'choice':
      if (!parameter.choices.includes(text))
        throw new InputError(place, `found "${text}", expected ${parameter.choices.join(' or ')}`);
      return text;
    case 'flag':
      if (text !== 'true' && text !== 'false') throw new InputError(place, `found "${text}", expected true or false`);
      return text === 'true';
    case 'text':
      return text;
  }
}

function inRange(value: number, range: { min?: number; max?: number }, text: string, place: string): number {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
  if (value >= min && value <= max) return value;
  const expected =
    max === Number.POSITIVE_INFINITY
      ? `at least ${min}`
      : min === Number.NEGATIVE_INFINITY
        ? `at most ${max}`
        : `${min} to ${max}`;
  throw new InputError(place, `found "${text}", expected ${expected}`);
}

/**
 * Splits a list of specs at commas or blanks. A piece such as `y=2` (an `=` and no `:` before it) continues the spec
 * before it: `arc:p=integer,s3-fifo:small=0.1,ghost=0.9` is two policies.
 */
export function splitSpecs(text: string): string[] {
  const specs: string[] = [];
  for (const piece of text.split(/[\s,]+/).filter(each => each !== '')) {
    const equals = piece.indexOf('=');
    const colon = piece.indexOf(':');
    const continues = equals >= 0 && (colon < 0 || colon > equals) && specs.length > 0;
    if (continues) specs[specs.length - 1] += `,${piece}`;
    else specs.push(piece);
  }
  return specs;
}

/** The inverse of `resolveSpec`: the name and every parameter that differs from its default. */
export function formatSpec(entry: Description, values: Values): string {
  const given = Object.entries(entry.parameters)
    .filter(([name, parameter]) => values[name] !== parameter.default)
    .map(([name]) => `${name}=${values[name]}`);
  return given.length === 0 ? entry.name : `${entry.name}:${given.join(',')}`;
}
