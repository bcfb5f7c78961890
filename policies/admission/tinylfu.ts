import { defineAdmission } from './contract.ts';

export const tinylfu = defineAdmission({
  name: 'tinylfu',
  summary: 'A newcomer enters when it was requested more often of late than the entry that would leave',
  paper: {
    authors: 'G. Einziger, R. Friedman, B. Manes',
    title: 'TinyLFU: A Highly Efficient Cache Admission Policy',
    venue: 'ACM Transactions on Storage 13(4)',
    year: 2017,
  },
  parameters: {
    window: {
      type: 'number',
      default: 10,
      min: 0.1,
      max: 1_000,
      summary: 'how many requests a frequency looks back, as a multiple of the entries that the cache can hold',
    },
  },
  create: (context, { window }) => {
    const frequency = context.frequency(window);
    return { admits: (id, victim) => frequency.of(id) > frequency.of(victim) };
  },
});
