import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import { type Capacity, parseCapacity, parseDuration } from '../../spec/quantity.ts';

/** A level, or a partition, as its text says. */
export interface LevelText {
  readonly name: string;
  readonly capacity: Capacity;
  /** Seconds; null for none. */
  readonly ttlSeconds: number | null;
  readonly policy: string;
}

/** A list of levels or of partitions. */
export interface PlaceList {
  readonly flag: string;
  /** What messages call one of them. */
  readonly place: string;
  readonly example: string;
}

export const LEVELS: PlaceList = { flag: '--levels', place: 'level', example: 'L1=100/5m/lru' };
export const QUOTAS: PlaceList = { flag: '--quotas', place: 'partition', example: 'features=250/10m/lru' };

/** What a place is like where its text does not say. */
type Inherited = (name: string, depth: number) => LevelText | undefined;

/**
 * Reads the list of levels. TTL and policy may be left out; they are then those of the same level of `inherited`, or of its
 * last.
 * @throws InputError
 */
export function parseLevels(text: string, inherited: readonly LevelText[]): LevelText[] {
  const levels = parsePlaces(text, LEVELS, (_, depth) => inherited[depth] ?? inherited[inherited.length - 1]);
  if (levels.length > 8) throw new InputError('--levels', `found ${levels.length} levels, expected 1 to 8`);
  const reserved = levels.find(({ name }) => /^(origin|stale|features|model|result)$/.test(name));
  if (reserved) throw new InputError('--levels', `a level cannot be named "${reserved.name}"`);
  return levels;
}

/**
 * Reads the list of partitions; TTL and policy may be left out.
 * @param usual all partitions, as they are where the text says nothing
 * @returns the partitions that the text names
 * @throws InputError
 */
export function parseQuotas(text: string, usual: readonly LevelText[]): LevelText[] {
  const known = usual.map(({ name }) => name);
  return parsePlaces(text, QUOTAS, name => {
    const inherited = usual.find(each => each.name === name);
    if (inherited) return inherited;
    throw new InputError('--quotas', `there is no partition "${name}"${suggestion(name, known)}`);
  });
}

/**
 * Reads `L1=100/5m/lru,L2=500/15m/2q:in=0.25,out=0.5`. A piece `name=capacity/ttl/policy` starts a place; any other piece
 * continues that place's policy.
 * @throws InputError
 */
export function parsePlaces(text: string, list: PlaceList, inherited: Inherited): LevelText[] {
  const pieces: string[] = [];
  for (const piece of text.split(',').map(each => each.trim())) {
    const previous = pieces[pieces.length - 1];
    const continues =
      previous !== undefined &&
      (isPath(piece) || !piece.includes('/')) &&
      (!piece.includes('=') || hasParameters(previous));
    if (continues) pieces[pieces.length - 1] = `${previous},${piece}`;
    else pieces.push(piece);
  }
  const places = pieces.map((piece, depth) => parsePlace(piece, depth, list, inherited));
  const names = places.map(place => place.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new InputError(list.flag, `${list.place} "${twice}" is given twice`);
  return places;
}

function hasParameters(piece: string): boolean {
  return piece.split('/').slice(2).join('/').includes(':');
}

/** A file in place of a value: no capacity begins like that. */
function isPath(piece: string): boolean {
  return /^[^=]*=\s*\.{0,2}\//.test(piece);
}

function parsePlace(piece: string, depth: number, { flag, example }: PlaceList, inheritedOf: Inherited): LevelText {
  const match = /^([^=/]+)=([^/]*)(?:\/([^/]*))?(?:\/(.*))?$/.exec(piece);
  if (!match) throw new InputError(flag, `"${piece}": expected name=capacity/ttl/policy, for example ${example}`);
  const [, , capacity, ttl, policy] = match;
  const name = match[1]!.trim();
  const place = `${flag} ${name}`;
  const inherited = inheritedOf(name, depth);
  return {
    name,
    capacity: parseCapacity(capacity!, place),
    ttlSeconds:
      ttl === undefined || ttl === '' ? (inherited?.ttlSeconds ?? null) : finiteOrNull(parseDuration(ttl, place)),
    policy: policy === undefined || policy === '' ? (inherited?.policy ?? 'lru') : policy.trim(),
  };
}

/** `Infinity`, which is no duration, is null in a document. */
export function finiteOrNull(seconds: number): number | null {
  return seconds === Number.POSITIVE_INFINITY ? null : seconds;
}

/**
 * Reads one spec for all names, or `L1=spec,L2=spec`: a piece that begins with a known name and `=` starts that name's spec.
 * @returns specs by name; names that the text does not mention are missing
 * @throws InputError
 */
export function parseByName(text: string, names: readonly string[], place: string): Map<string, string> {
  const result = new Map<string, string>();
  let current: string | null = null;
  for (const piece of text.split(',').map(each => each.trim())) {
    const name = /^([^=:]+)=/.exec(piece)?.[1];
    if (name !== undefined && names.includes(name)) {
      if (result.has(name)) throw new InputError(place, `"${name}" is given twice`);
      result.set(name, piece.slice(name.length + 1));
      current = name;
    } else if (current !== null) result.set(current, `${result.get(current)},${piece}`);
    else if (result.size === 0 && name === undefined) return new Map(names.map(each => [each, text.trim()]));
    else throw new InputError(place, `"${piece}": expected one of ${names.join(', ')} before the =`);
  }
  return result;
}
