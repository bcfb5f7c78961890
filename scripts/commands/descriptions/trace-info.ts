import { EVERYWHERE } from '../../options/table.ts';
import type { CommandDescription } from '../description.ts';

export const traceInfo: CommandDescription = {
  name: 'trace info',
  summary: 'What is in a workload: requests, keys, popularity, reuse, sizes, the working set over time.',
  argument: 'SOURCE',
  options: ['workload', 'requests', 'seed', 'format', 'columns', 'mapOps', ...EVERYWHERE],
  examples: [
    { command: 'tierlab trace info trace.oracleGeneral.zst', what: 'a recorded trace' },
    { command: 'tierlab trace info zipf:alpha=1.1 -n 1M --json', what: 'a synthetic one, as a document' },
  ],
  load: () => import('../trace-info.ts'),
};
