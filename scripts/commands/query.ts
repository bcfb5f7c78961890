import { styleText } from 'node:util';
import { toCsv } from '../../reports/tables/table.ts';
import { InputError } from '../../spec/input-error.ts';
import { options } from '../options/table.ts';
import { answerTable } from '../query/answer-table.ts';
import { type Answer, openDatabase } from '../query/database.ts';
import { exportFormat, exportRows } from '../query/export.ts';
import { findResults } from '../query/find-results.ts';
import { type ResultTable, tablesOf } from '../query/tables.ts';
import { jsonText } from '../results/json-text.ts';
import { entry, wrap } from '../text/columns.ts';
import { type Invocation, silent } from './invocation.ts';

/** Names of tables stand to the left of it. */
const MARGIN = 13;

/** SQL over results. @throws InputError */
export async function run({ settings, argument }: Invocation): Promise<void> {
  const { out, csv, json, quiet } = settings;
  if (argument !== undefined && /^[\s;]*$/.test(argument)) throw new InputError('query', 'the SQL is empty');
  const format = out === undefined ? null : exportFormat(out, settings.force === true);
  const tables = tablesOf(findResults(settings.in ?? options.in.default));
  const database = await openDatabase(tables);
  const sql = argument ?? contents(tables);
  try {
    if (out !== undefined && format !== null) {
      await exportRows(database, sql, out, format);
      if (!silent(settings)) console.log(`rows     ${out}`);
      return;
    }
    const answer = await database.ask(sql);
    if (json) console.log(jsonText({ schema: 'tierlab/query@1', ...answer }));
    else if (csv) process.stdout.write(csvOf(answer));
    else if (!quiet) console.log(argument === undefined ? contentsText(answer) : answerTable(answer, styleText));
  } finally {
    database.close();
  }
}

/** Asks which tables there are, and what is in them. */
function contents(tables: readonly ResultTable[]): string {
  return tables
    .map(
      ({ name, summary }) =>
        `select '${name}' as "table", (select count(*) from ${name}) as rows, '${summary}' as "a row is", ` +
        `(select string_agg(column_name, ', ') from (describe ${name})) as columns`,
    )
    .join(' union all ');
}

/** The same for reading: a table and how many rows it has, what a row is, and its columns. */
function contentsText({ rows }: Answer): string {
  return rows
    .map(([name, count, summary, columns]) => {
      const head = entry(`${name}`, `${count} × ${summary}`, MARGIN);
      return `${head}\n${' '.repeat(MARGIN)}${styleText('dim', wrap(String(columns), MARGIN))}`;
    })
    .join('\n');
}

function csvOf({ columns, rows }: Answer): string {
  return toCsv({ id: 'query', title: 'query', columns: columns.map(name => ({ name, format: 'text' })), rows });
}
