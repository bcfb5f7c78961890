import { EVERYWHERE } from '../../options/table.ts';
import type { CommandDescription } from '../description.ts';

export const workloads: CommandDescription = {
  name: 'workloads',
  summary: 'The synthetic workloads, with their parameters.',
  argument: 'NAME',
  options: EVERYWHERE,
  examples: [{ command: 'tierlab workloads zipf', what: 'one of them, with its parameters' }],
  load: () => import('../workloads.ts'),
};
