import { EACH_POLICY, TEN_SEEDS, WORKLOADS } from '../../compare/options.ts';
import { EVERYWHERE } from '../../options/table.ts';
import { axisNames } from '../../sim/axes.ts';
import type { CommandDescription } from '../description.ts';

export const compare: CommandDescription = {
  name: 'compare',
  summary:
    'Which cache is best here, and is the difference real: variants on the same requests, with intervals and verdicts. ' +
    'What is said of the cache is common to all variants. --policies puts each policy in every ' +
    'level, where each level decides for itself (--residency per-level) unless you say otherwise.',
  options: [
    ...(['workload', 'requests', 'seed', 'seeds', 'warmup', 'format', 'columns', 'mapOps', 'noStore'] as const),
    ...(['variants', 'presets', 'policies'] as const),
    ...axisNames,
    ...(['config', 'jobs', 'out', 'open'] as const),
    ...EVERYWHERE,
  ],
  own: { workload: WORKLOADS, seeds: TEN_SEEDS, policies: EACH_POLICY },
  examples: [
    { command: 'tierlab compare', what: 'the presets on the default workload, over ten seeds' },
    {
      command: 'tierlab compare -w zipf,loop,scan --policies lru,arc,s3-fifo,lirs',
      what: 'four policies on three workloads',
    },
    {
      command: 'tierlab compare --variants "now: preset=flat; next: promotion=never"',
      what: 'two sets of options, by name',
    },
    {
      command: 'tierlab compare -w trace.csv.zst --variants designs.yaml',
      what: 'those of a file, on a trace, block by block',
    },
  ],
  load: () => import('../compare.ts'),
};
