import type { OptionDescriptions } from '../options/description.ts';

/** Where it is served. */
export const studioOptions = {
  port: {
    kind: 'text',
    value: 'N',
    group: 'Studio',
    default: '7411',
    summary: 'port on this machine that the page is served at; 0 takes any that is free',
  },
} as const satisfies OptionDescriptions;
