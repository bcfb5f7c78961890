import { FIVE_SEEDS, OTHER_END } from '../../ablate/options.ts';
import { EVERYWHERE } from '../../options/table.ts';
import { axisNames } from '../../sim/axes.ts';
import type { CommandDescription } from '../description.ts';

export const ablate: CommandDescription = {
  name: 'ablate',
  summary:
    'Which design choice buys what: from one design to another, one choice at a time, averaged over the orders in which ' +
    'they can be made. What is said of the cache is common to both ends.',
  options: [
    ...(['workload', 'requests', 'seed', 'seeds', 'warmup', 'format', 'columns', 'mapOps', 'noStore'] as const),
    ...(['from', 'to', 'metric', 'orders'] as const),
    ...axisNames.filter(name => name !== 'preset'),
    ...(['config', 'jobs', 'out', 'open'] as const),
    ...EVERYWHERE,
  ],
  own: { seeds: FIVE_SEEDS, to: OTHER_END },
  examples: [
    { command: 'tierlab ablate', what: 'from the reference to the default design, by hit ratio' },
    { command: 'tierlab ablate -w zipf --from exclusive-lru --metric latencyMeanMs', what: 'by mean latency' },
    {
      command: 'tierlab ablate -w loop --from flat --to preset=flat,policy=lirs,expiry=lazy',
      what: 'two choices on one level',
    },
  ],
  load: () => import('../ablate.ts'),
};
