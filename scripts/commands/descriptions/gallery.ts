import type { CommandDescription } from '../description.ts';

export const gallery: CommandDescription = {
  name: 'gallery',
  summary: 'Makes one example of each report on workloads that come along, and a page that leads to them.',
  options: ['jobs', 'out', 'open', 'quiet', 'noColor', 'help'],
  examples: [{ command: 'tierlab gallery --open', what: 'results/gallery/index.html' }],
  load: () => import('../gallery.ts'),
};
