import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import { COLUMNS } from '../requests.ts';

/** What a column of a table can hold. */
export const ROLES = ['key', ...COLUMNS] as const;
export type Role = (typeof ROLES)[number];

/** Where each role stands: names from the header, or numbers from 1; a key may be put together from several columns. */
export type ColumnMapping = ReadonlyMap<Role, readonly string[]>;

/**
 * Reads `key=lbn,time=time,size=4`; `key=id+size` makes the key a pair.
 * @param place where the text was given, for messages: `--columns`
 * @throws InputError
 */
export function parseColumns(text: string, place: string): ColumnMapping {
  const mapping = new Map<Role, readonly string[]>();
  for (const piece of text.split(',')) {
    const equals = piece.indexOf('=');
    const word = piece.slice(0, Math.max(equals, 0)).trim().toLowerCase();
    const columns = piece
      .slice(equals + 1)
      .split('+')
      .map(each => each.trim());
    if (equals < 0 || word === '' || columns.includes(''))
      throw new InputError(place, `found "${piece.trim()}", expected for example key=lbn,time=time,size=4`);
    const role = ROLES.find(each => each === word);
    if (!role) throw new InputError(place, `a record has no "${word}"${suggestion(word, ROLES)}`);
    if (mapping.has(role)) throw new InputError(place, `"${role}" is given twice`);
    if (columns.length > 1 && role !== 'key')
      throw new InputError(place, `"${role}" takes one column, found "${columns.join('+')}"`);
    mapping.set(role, columns);
  }
  if (!mapping.has('key')) throw new InputError(place, `"${text}" names no key column, expected for example key=lbn`);
  return mapping;
}
