import { OF_SIM } from '../../options/table.ts';
import type { CommandDescription } from '../description.ts';

export const sim: CommandDescription = {
  name: 'sim',
  summary:
    'Replays a workload through a multi-level cache: hit ratios, latency, where requests are answered, what to change.',
  options: OF_SIM,
  examples: [
    { command: 'tierlab sim', what: 'the default cache on the default workload' },
    {
      command: 'tierlab sim -w zipf -n 1M --levels "L1=1%/5m/lru,L2=10%/-/sieve"',
      what: 'two levels on a million skewed requests',
    },
    {
      command: 'tierlab sim -w trace.csv.zst --columns key=2,time=1 --seeds 5',
      what: 'a recorded trace, five times',
    },
  ],
  load: () => import('../sim.ts'),
};
