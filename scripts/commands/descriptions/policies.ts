import { EVERYWHERE } from '../../options/table.ts';
import type { CommandDescription } from '../description.ts';

export const policies: CommandDescription = {
  name: 'policies',
  summary:
    'The eviction, admission, placement, promotion, demotion and prediction policies, and bounds, with papers and parameters.',
  argument: 'NAME',
  options: EVERYWHERE,
  examples: [
    { command: 'tierlab policies', what: 'all of them' },
    { command: 'tierlab policies lirs', what: 'one of them, with its parameters' },
    { command: 'tierlab policies ./mine.ts', what: 'one in a file of your own' },
  ],
  load: () => import('../policies.ts'),
};
