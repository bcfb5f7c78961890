import { EVERYWHERE } from '../../options/table.ts';
import type { CommandDescription } from '../description.ts';

export const studio: CommandDescription = {
  name: 'studio',
  summary:
    'The laboratory in the browser: build a workload and a cache, see at once how they get along, keep experiments in FOLDER.',
  argument: 'FOLDER',
  options: ['port', 'open', ...EVERYWHERE],
  examples: [
    { command: 'tierlab studio --open', what: 'in the browser, with experiments kept in experiments/' },
    { command: 'tierlab sim --config experiments/mine.json', what: 'an experiment that was saved there' },
  ],
  load: () => import('../studio.ts'),
};
