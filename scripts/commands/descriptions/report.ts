import { EVERYWHERE } from '../../options/table.ts';
import { PAGE_OUT } from '../../report/options.ts';
import type { CommandDescription } from '../description.ts';

export const report: CommandDescription = {
  name: 'report',
  summary: 'Draws the page of a result again, from its document: beside it, or where --out says.',
  argument: 'FILE',
  required: true,
  options: ['out', 'open', ...EVERYWHERE],
  own: { out: PAGE_OUT },
  examples: [
    { command: 'tierlab report results/sim-zipf-4f0c2b1a/result.json', what: 'report.html in the same directory' },
    { command: 'tierlab sim -w zipf --json --no-report | tierlab report - --out zipf.html', what: 'from a pipe' },
  ],
  load: () => import('../report.ts'),
};
