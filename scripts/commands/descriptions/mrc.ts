import { CURVE_SIZES } from '../../mrc/options.ts';
import { EVERYWHERE } from '../../options/table.ts';
import { axisNames } from '../../sim/axes.ts';
import type { CommandDescription } from '../description.ts';

export const mrc: CommandDescription = {
  name: 'mrc',
  summary:
    'Miss-ratio curves: how hit ratios depend on the size, for each eviction policy; or, with --per-level, on the size of each ' +
    'level of one hierarchy.',
  options: [
    ...(['workload', 'requests', 'seed', 'format', 'columns', 'mapOps', 'noStore'] as const),
    ...(['policies', 'sizes', 'method', 'perType', 'perLevel', 'more'] as const),
    ...axisNames,
    ...(['config', 'jobs', 'out', 'open'] as const),
    ...EVERYWHERE,
  ],
  own: { sizes: CURVE_SIZES },
  examples: [
    { command: 'tierlab mrc -w zipf --policies lru,sieve,opt', what: 'three curves from a few entries to all keys' },
    { command: 'tierlab mrc -w loop --sizes auto', what: 'with sizes at both edges of every cliff' },
    { command: 'tierlab mrc -w zipf --policies lru,fifo --admission tinylfu', what: 'behind a filter for newcomers' },
    { command: 'tierlab mrc -w trace.oracleGeneral.zst --sizes 1%,64MiB,1GiB', what: 'sizes in bytes' },
    {
      command: 'tierlab mrc -w zipf:keys=1M -n 50M --method mini:rate=0.01',
      what: 'estimated from a hundredth of the keys',
    },
    { command: 'tierlab mrc -w ml-pipeline --per-type', what: 'how much room each data type is worth' },
    { command: 'tierlab mrc --per-level --more 100', what: 'what 100 more entries are worth in each level' },
  ],
  load: () => import('../mrc.ts'),
};
