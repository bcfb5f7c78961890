import { windowParameter } from '../structures/recent-frequency.ts';
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
    window: windowParameter(10),
  },
  create: (context, { window }) => {
    const frequency = context.frequency(window);
    return { admits: (id, victim) => frequency.of(id) > frequency.of(victim) };
  },
});
