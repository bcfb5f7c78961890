import type { OptionDescriptions } from '../options/description.ts';

/** What is measured. */
export const benchOptions = {
  pages: {
    kind: 'flag',
    group: 'Benchmark',
    summary: 'measure how large reports are and how soon a browser shows them; needs a clone',
  },
} as const satisfies OptionDescriptions;
