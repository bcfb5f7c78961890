import { defineAdmission } from './contract.ts';

export const probability = defineAdmission({
  name: 'probability',
  aliases: ['prob'],
  summary: 'A newcomer enters by chance',
  about:
    'Each newcomer enters with the same chance, and needs 1 / p misses at the mean. Keys that are requested often get in ' +
    'soon, those that are requested once seldom do: a filter that remembers nothing and costs nothing, and writes to the ' +
    'cache fall to a share of p of the misses. It is slow to take in what has just become popular, and keeps out as many ' +
    'good newcomers as bad ones.',
  paper: null,
  capabilities: { randomised: true },
  parameters: {
    p: { type: 'number', default: 0.5, min: 0, max: 1, summary: 'chance of a newcomer' },
  },
  create: ({ random }, { p }) => ({ accepts: () => random() < p }),
});
