import { definePromotion } from './contract.ts';

export const never = definePromotion({
  name: 'never',
  summary: 'Entries stay where they were placed',
  about:
    'It saves every move, and that is all it ever wins: on no workload that was measured does it answer more or sooner than ' +
    'every-hit, since entries are left where they were placed before anything was known of them.',
  paper: null,
  parameters: {},
  create: () => ({ constant: false, promotes: () => false }),
});
