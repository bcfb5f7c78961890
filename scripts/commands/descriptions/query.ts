import { EVERYWHERE } from '../../options/table.ts';
import { QUERY_OUT } from '../../query/options.ts';
import { traceOptions } from '../../trace/options.ts';
import type { CommandDescription } from '../description.ts';

export const query: CommandDescription = {
  name: 'query',
  summary:
    'SQL over results, with DuckDB: documents, and the rows that experiments and tunings left. Without SQL it says which tables there are.',
  argument: 'SQL',
  options: ['in', 'csv', 'out', 'force', ...EVERYWHERE],
  own: { out: QUERY_OUT, force: { ...traceOptions.force, group: 'Output' } },
  examples: [
    {
      command: 'tierlab query "select variant, avg(hitRatio) from cells group by all"',
      what: 'means over the seeds of experiments',
    },
    {
      command: 'tierlab query "select workload.spec, totals.hitRatio from sim" --in results',
      what: 'one row for each simulation',
    },
    { command: 'tierlab query "from cells" --out cells.parquet', what: 'for pandas, R or another database' },
  ],
  load: () => import('../query.ts'),
};
