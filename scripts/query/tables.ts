import type { FoundResults } from './find-results.ts';

/** A table over results. */
export interface ResultTable {
  readonly name: string;
  /** One line without a full stop. */
  readonly summary: string;
  /** The query that it stands for. */
  readonly sql: string;
}

/** What lies in documents as a list of rows: the list's table, the documents that have it, and where. */
const LISTS = [
  { name: 'levels', kinds: ['sim'], list: 'levels', summary: 'a level of a simulation' },
  { name: 'points', kinds: ['mrc'], list: 'rows', summary: 'a point of a miss-ratio curve' },
  { name: 'level_sizes', kinds: ['mrc_per_level'], list: 'rows', summary: 'a level of another size' },
  { name: 'variants', kinds: ['compare', 'experiment'], list: 'variants', summary: 'a variant on a workload' },
  { name: 'differences', kinds: ['compare', 'experiment'], list: 'differences', summary: 'a paired difference' },
] as const;

const LINES: Readonly<Record<string, string>> = {
  cells: 'a run of an experiment: one variant on one workload with one seed',
  evaluations: 'a configuration that a tuning has looked at',
};

/** Tables for what was found, and for nothing else: an empty table would say that there is something of that kind. */
export function tablesOf(found: FoundResults): ResultTable[] {
  const documents = [...found.documents].map(([kind, files]): ResultTable => {
    const summary = `a result of tierlab ${kind.replaceAll('_', ' ')}, with all its fields`;
    return { name: kind, summary, sql: `select ${DIRECTORY}, * exclude (filename) from ${read(files, found, 'auto')}` };
  });
  const lists = LISTS.flatMap(({ name, kinds, list, summary }): ResultTable[] => {
    const files = kinds.flatMap(kind => found.documents.get(kind) ?? []);
    if (files.length === 0) return [];
    // What is in the list may name its workload itself.
    const workload = list === 'levels' || list === 'rows' ? 'workload.spec as workload, ' : '';
    const sql = `select ${DIRECTORY}, ${workload}unnest(${list}, max_depth := 2) from ${read(files, found, 'auto')}`;
    return [{ name, summary, sql }];
  });
  const lines = [...found.lines].map(([name, files]): ResultTable => {
    // The head of a journal has no key, and neither has half a line of a run that is under way.
    const from = `${read(files, found, 'newline_delimited')} where key is not null`;
    const sql = `select ${DIRECTORY}, * exclude (filename, key) from ${from}`;
    return { name, summary: LINES[name]!, sql };
  });
  return [...lines, ...lists, ...documents];
}

const DIRECTORY = `regexp_replace(filename, '/[^/]*$', '') as directory`;

/** Every field of every file, objects as structs whatever their fields are called. */
function read(files: readonly string[], { largestBytes }: FoundResults, format: 'auto' | 'newline_delimited'): string {
  const options = {
    format: text(format),
    filename: 'true',
    union_by_name: 'true',
    sample_size: '-1',
    maximum_depth: '-1',
    map_inference_threshold: '-1',
    field_appearance_threshold: '0',
    ...(format === 'newline_delimited' && { ignore_errors: 'true' }),
    // A page more, since it is the room for a document that is reserved.
    maximum_object_size: String(Math.max(1 << 20, largestBytes + 4096)),
  };
  const list = Object.entries(options).map(([name, value]) => `${name} = ${value}`);
  return `read_json([${files.map(text).join(', ')}], ${list.join(', ')})`;
}

/** A text in SQL. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
