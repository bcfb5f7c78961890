import { EVERYWHERE } from '../../options/table.ts';
import type { CommandDescription } from '../description.ts';

export const bench: CommandDescription = {
  name: 'bench',
  summary:
    'How fast is it here: policies of every kind, presets and curves (or only what --policies names) beside a bare loop, a Map and lru-cache.',
  options: ['requests', 'policies', 'pages', 'out', ...EVERYWHERE],
  examples: [
    { command: 'tierlab bench -n 1M', what: 'a shorter run' },
    { command: 'tierlab bench --policies lru,s3-fifo,arc', what: 'some policies only' },
    { command: 'tierlab bench --pages', what: 'reports in place of replays' },
  ],
  load: () => import('../bench.ts'),
};
