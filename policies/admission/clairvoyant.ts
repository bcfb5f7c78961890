import { defineAdmission } from './contract.ts';

export const clairvoyant = defineAdmission({
  name: 'clairvoyant',
  summary: 'A newcomer enters when it is requested again before the entry that would leave',
  about:
    'It looks into the future: a bound for what admission can do for an eviction policy, not a candidate. Behind it a full ' +
    'level never gives up an entry for one that is needed later. How near a policy comes to opt then shows how well it ' +
    'chooses whom to offer.',
  paper: {
    authors: 'L. A. Belady',
    title: 'A study of replacement algorithms for a virtual-storage computer',
    venue: 'IBM Systems Journal 5(2)',
    year: 1966,
  },
  capabilities: { clairvoyant: true },
  parameters: {},
  create: ({ nextAccess }) => ({ admits: (id, victim) => nextAccess![id]! < nextAccess![victim]! }),
});
