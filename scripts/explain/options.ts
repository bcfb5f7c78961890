import type { OptionDescriptions } from '../options/description.ts';

/** How small the cache is. */
export const explainOptions = {
  size: {
    kind: 'text',
    value: 'N',
    group: 'Explain',
    default: '8',
    summary: 'entries of a cache of one level; --levels or --preset for one of several',
  },
} as const satisfies OptionDescriptions;
