import { EVERYWHERE } from '../../options/table.ts';
import type { CommandDescription } from '../description.ts';

export const presets: CommandDescription = {
  name: 'presets',
  summary: 'The cache designs to start from, with their options.',
  argument: 'NAME',
  options: EVERYWHERE,
  examples: [{ command: 'tierlab presets exclusive-lru', what: 'what one of them stands for' }],
  load: () => import('../presets.ts'),
};
