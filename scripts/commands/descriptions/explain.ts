import { EVERYWHERE, optionNames, options } from '../../options/table.ts';
import type { CommandDescription } from '../description.ts';

export const explain: CommandDescription = {
  name: 'explain',
  summary: 'Steps through a small cache request by request: who was there, who left, and what its policy keeps.',
  options: [
    ...(['workload', 'requests', 'seed', 'format', 'columns', 'mapOps', 'size'] as const),
    ...optionNames.filter(name => options[name].group === 'Cache' || options[name].group === 'Time'),
    ...(['config', 'out', 'open'] as const),
    ...EVERYWHERE,
  ],
  examples: [
    { command: 'tierlab explain --policy sieve --size 8 -w zipf:keys=30 -n 40', what: 'one level under SIEVE' },
    {
      command: 'tierlab explain --levels "L1=2,L2=4,L3=6" -w zipf:keys=30 -n 40',
      what: 'the default design, made small',
    },
  ],
  load: () => import('../explain.ts'),
};
