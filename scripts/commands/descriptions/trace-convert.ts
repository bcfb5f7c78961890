import { EVERYWHERE } from '../../options/table.ts';
import type { CommandDescription } from '../description.ts';

export const traceConvert: CommandDescription = {
  name: 'trace convert',
  summary:
    'Writes a workload as a trace: to a file, compressed where OUT ends in .gz, or to standard output where it is -. ' +
    'A file appears when it is whole.',
  argument: 'OUT',
  required: true,
  options: [
    ...(['workload', 'requests', 'seed', 'format', 'columns', 'mapOps', 'rate'] as const),
    ...(['to', 'force'] as const),
    ...EVERYWHERE,
  ],
  examples: [
    {
      command: 'tierlab trace convert -w trace.csv.zst trace.oracleGeneral.bin',
      what: 'for libCacheSim, with next accesses',
    },
    { command: 'tierlab trace convert -w zipf -n 1M --seed 7 zipf.csv.gz', what: 'a synthetic workload, to keep' },
    { command: 'tierlab trace convert -w trace.vscsi --to keys - | sort | uniq -c', what: 'into a pipe' },
  ],
  load: () => import('../trace-convert.ts'),
};
