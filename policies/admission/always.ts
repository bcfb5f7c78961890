import { defineAdmission } from './contract.ts';

export const always = defineAdmission({
  name: 'always',
  summary: 'Every newcomer enters',
  paper: null,
  parameters: {},
  create: () => ({ admits: () => true }),
});
