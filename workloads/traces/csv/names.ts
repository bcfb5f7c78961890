import type { Role } from '../columns.ts';

/** What traces call their columns, best first; Tierlab's own names stand first. The rest of the roles go by their own names only. */
const NAMES: Partial<Record<Role, readonly string[]>> = {
  key: [
    'key',
    'id',
    'obj_id',
    'object_id',
    'objectid',
    'object',
    'obj',
    'lbn',
    'lba',
    'block',
    'block_id',
    'blockid',
    'address',
    'addr',
    'url',
    'uri',
    'path',
    'item',
    'item_id',
    'page',
  ],
  time: ['time', 'timestamp', 'ts', 'clock_time', 'seconds'],
  size: ['size', 'obj_size', 'object_size', 'bytes', 'length', 'len'],
  op: ['op', 'operation', 'opcode', 'cmd', 'command', 'method'],
};

/** The names of a role that a header may use, in lower case. */
export function namesOf(role: Role): readonly string[] {
  return NAMES[role] ?? [role];
}

export function isKnownName(name: string): boolean {
  return Object.values(NAMES).some(names => names.includes(name.toLowerCase()));
}
