import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell } from '../../reports/tables/table.ts';
import { InputError } from '../../spec/input-error.ts';
import { suggestion } from '../../spec/nearest.ts';
import { type ResultTable, text } from './tables.ts';

/** What a query gave. */
export interface Answer {
  readonly columns: readonly string[];
  /** Lists and structs as JSON. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Results under the names of tables. */
export interface Database {
  /** @throws InputError for SQL that cannot be used */
  ask(sql: string): Promise<Answer>;
  /** Writes what a query gives to a file. @param format as COPY knows it @throws InputError likewise */
  write(sql: string, file: string, format: string): Promise<void>;
  close(): void;
}

/** Opens an empty database with a view for each table. @throws InputError when DuckDB is not installed */
export async function openDatabase(tables: readonly ResultTable[]): Promise<Database> {
  const { DuckDBInstance } = await loaded();
  // Nothing is ever fetched: what a query needs is built in.
  const offline = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };
  const instance = await DuckDBInstance.create(':memory:', offline);
  const connection = await instance.connect();
  for (const { name, sql } of tables) await connection.run(`create view ${name} as ${sql}`);
  const names = tables.map(each => each.name);
  const placed = <Result>(work: () => Promise<Result>): Promise<Result> =>
    work().catch((error: Error) => {
      throw new InputError('SQL', inOneLine(error.message, names));
    });
  return {
    ask: sql => placed(() => answer(connection, sql)),
    write: (sql, file, format) =>
      placed(async () => {
        await connection.run(`copy (${withoutSemicolon(sql)}) to ${text(file)} (${format})`);
      }),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The only library that is no hard dependency: it is large, and wanted by this command alone. */
async function loaded(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new InputError('query', 'DuckDB is not installed; npm install @duckdb/node-api');
  }
}

async function answer(connection: DuckDBConnection, sql: string): Promise<Answer> {
  // Left to itself DuckDB gives what the first of several statements found, not the last.
  const statements = await connection.extractStatements(sql);
  const last = statements.count - 1;
  for (let i = 0; i < last; i++) await (await statements.prepare(i)).run();
  const reader = await (await statements.prepare(last)).runAndReadAll();
  const whole = reader.columnTypes().map(type => /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL)/.test(String(type)));
  const rows = reader
    .getRowsJson()
    .map(row => row.map((value, i) => (whole[i] && typeof value === 'string' ? Number(value) : cellOf(value))));
  return { columns: reader.deduplicatedColumnNames(), rows };
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** COPY takes a query, not a statement. */
function withoutSemicolon(sql: string): string {
  return sql.trim().replace(/;+$/, '');
}

/** DuckDB says what is wrong, then what is like it, then draws the place; the first two are worth a line. */
function inOneLine(message: string, tables: readonly string[]): string {
  const missing = /^Catalog Error: Table with name (\S+) does not exist/.exec(message)?.[1];
  // It knows many tables of its own, which nobody means.
  if (missing !== undefined) return `there is no table "${missing}"${suggestion(missing, tables)}`;
  const [said] = message.replace(/^Failed to extract statements: /, '').split(/\n\s*\n|\nLINE /, 1);
  return said!.replace(/\s*\n\s*/g, ' ').trim();
}
