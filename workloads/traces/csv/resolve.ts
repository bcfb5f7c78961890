import { InputError } from '../../../spec/input-error.ts';
import { suggestion } from '../../../spec/nearest.ts';
import { type ColumnMapping, ROLES, type Role } from '../columns.ts';
import type { CsvLayout } from './layout.ts';
import { namesOf } from './names.ts';

/** Where each role stands in a row, counted from 0. */
export interface ResolvedColumns {
  readonly key: readonly number[];
  readonly others: ReadonlyMap<Exclude<Role, 'key'>, number>;
  /** The header has Tierlab's own `key` and `op`, so that operations are honoured without `--map-ops`. */
  readonly own: boolean;
}

/** Finds the columns that a mapping names, or else those whose names in the header are known. @throws InputError */
export function resolveColumns(layout: CsvLayout, mapping: ColumnMapping | null, place: string): ResolvedColumns {
  return mapping ? mapped(layout, mapping, place) : byName(layout, place);
}

function mapped(layout: CsvLayout, mapping: ColumnMapping, place: string): ResolvedColumns {
  const others = new Map<Exclude<Role, 'key'>, number>();
  let key: readonly number[] = [];
  for (const [role, references] of mapping) {
    const found = references.map(reference => columnOf(layout, reference, role, place));
    if (role === 'key') key = found;
    else others.set(role, found[0]!);
  }
  return { key, others, own: false };
}

function columnOf(layout: CsvLayout, reference: string, role: Role, place: string): number {
  const { first, hasHeader } = layout;
  const names = first.map(name => name.toLowerCase());
  const byName = hasHeader ? names.indexOf(reference.toLowerCase()) : -1;
  if (byName >= 0) {
    refuseTwice(names, reference.toLowerCase(), '--columns');
    return byName;
  }
  if (!/^\d+$/.test(reference)) {
    const hint = hasHeader ? suggestion(reference, first) : '; it has no header, so columns go by number, from 1';
    throw new InputError('--columns', `${role}=${reference}: ${place} has no column "${reference}"${hint}`);
  }
  const number = Number(reference);
  if (number < 1 || number > first.length)
    throw new InputError('--columns', `${role}=${reference}: ${place} has columns 1 to ${first.length}`);
  return number - 1;
}

function byName({ first, hasHeader }: CsvLayout, place: string): ResolvedColumns {
  if (!hasHeader) {
    const problem = `the table has no header (its first line: ${first.join(', ')})`;
    throw new InputError(place, `${problem}; name columns by number, for example --columns key=2,time=1,size=3`);
  }
  const names = first.map(name => name.toLowerCase());
  const hasKey = names.includes('key');
  const others = new Map<Exclude<Role, 'key'>, number>();
  for (const role of ROLES) {
    const known = namesOf(role).find(name => names.includes(name));
    // A foreign table may well call something else type, priority or client.
    if (role === 'key' || known === undefined || !(hasKey || namesOf(role).length > 1)) continue;
    refuseTwice(names, known, place);
    others.set(role, names.indexOf(known));
  }
  return { key: [keyByName(first, hasKey, others, place)], others, own: hasKey && names.includes('op') };
}

/** @throws InputError where a column that is wanted by its name shares it with another */
function refuseTwice(names: readonly string[], name: string, place: string): void {
  const numbers = names.flatMap((each, column) => (each === name ? [column + 1] : []));
  if (numbers.length < 2) return;
  throw new InputError(
    place,
    `columns ${numbers.join(' and ')} are both called "${name}"; name them by number, for example --columns key=${numbers[0]}`,
  );
}

function keyByName(
  header: readonly string[],
  hasKey: boolean,
  others: ReadonlyMap<Role, number>,
  place: string,
): number {
  const names = header.map(name => name.toLowerCase());
  const isKey = (name: string) => (hasKey ? name === 'key' : namesOf('key').includes(name));
  const candidates = header.filter(name => isKey(name.toLowerCase()));
  if (candidates.length === 1) return header.indexOf(candidates[0]!);
  for (const name of candidates) refuseTwice(names, name.toLowerCase(), place);
  const free = header.find((_, column) => ![...others.values()].includes(column)) ?? header[0]!;
  const example = [`key=${candidates[0] ?? free}`, ...[...others].map(([role, column]) => `${role}=${header[column]}`)];
  const problem =
    candidates.length === 0
      ? `none of the columns is known to be the key (found ${header.join(', ')})`
      : `several columns could be the key (${candidates.join(', ')})`;
  throw new InputError(place, `${problem}; name it, for example --columns ${example.join(',')}`);
}
