import { defineAdmission } from './contract.ts';

export const sizeBelow = defineAdmission({
  name: 'size-below',
  summary: 'A newcomer enters when it is smaller than a threshold',
  about:
    'One large object takes the room of a thousand small ones, so a cache that is judged by its hits keeps the large ones ' +
    'out. The threshold that is best depends on the size of the cache and changes with the workload (adaptsize looks for ' +
    'it); bytes, unlike requests, are missed more often.',
  paper: {
    authors: 'M. Abrams, C. R. Standridge, G. Abdulla, S. Williams, E. A. Fox',
    title: 'Caching proxies: limitations and potentials',
    venue: 'WWW',
    year: 1995,
  },
  capabilities: { needsSizes: true },
  parameters: {
    bytes: { type: 'integer', default: 65_536, min: 1, summary: 'the least size that does not enter, in bytes' },
  },
  create: ({ sizes }, { bytes }) => ({ accepts: id => sizes![id]! < bytes }),
});
