import { defineAdmission } from './contract.ts';

export const always = defineAdmission({
  name: 'always',
  summary: 'Every newcomer enters',
  about:
    'What was missed is stored, and the eviction policy alone decides how long it stays. Nothing has to be learnt, so it ' +
    'loses nothing when the workload changes; but each key that is requested once only takes the place of one that may be ' +
    'requested again.',
  paper: null,
  parameters: {},
  create: () => ({}),
});
