import { EVERYWHERE, optionNames, options } from '../../options/table.ts';
import { OTHER_SEEDS, TRIED_POLICIES } from '../../tune/options.ts';
import type { CommandDescription } from '../description.ts';

export const tune: CommandDescription = {
  name: 'tune',
  summary:
    'Which cache to run within a budget: searches sizes, policies and rules, and checks what it finds on requests that the search ' +
    'did not see. What you say of the cache is not searched, and the room of --levels is the budget.',
  options: [
    ...(['workload', 'requests', 'seed', 'seeds', 'format', 'columns', 'mapOps', 'noStore'] as const),
    ...optionNames.filter(name => options[name].group === 'Tuning'),
    ...(['levels', 'policies', 'residency', 'inclusion', 'placement', 'admission', 'promotion', 'demotion'] as const),
    ...(['prediction', 'fill', 'coherence', 'partitions'] as const),
    ...optionNames.filter(name => options[name].group === 'Time'),
    ...(['config', 'jobs', 'out', 'open'] as const),
    ...EVERYWHERE,
  ],
  own: { seeds: OTHER_SEEDS, policies: TRIED_POLICIES },
  examples: [
    { command: 'tierlab tune -w zipf', what: 'the least mean latency with the room that the default has' },
    {
      command: 'tierlab tune -w trace.csv.zst --budget 64MiB --objective hitRatio',
      what: 'the most hits of a trace with 64 MiB in all',
    },
    {
      command: 'tierlab tune -w zipf --objective cost --prices L1=2,L2=.5,L3=.1,origin=4',
      what: 'the cheapest month, memory and fetches together',
    },
    { command: 'tierlab tune -w zipf -n 1M --prediction none --resume', what: 'go on after an interruption' },
  ],
  load: () => import('../tune.ts'),
};
