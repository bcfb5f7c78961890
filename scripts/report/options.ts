import type { OptionDescription } from '../options/description.ts';

export const PAGE_OUT: OptionDescription = {
  kind: 'text',
  value: 'FILE',
  group: 'Output',
  default: 'beside the document',
  summary: 'the page to write',
};
