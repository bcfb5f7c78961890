import { definePromotion } from './contract.ts';

export const never = definePromotion({
  name: 'never',
  summary: 'Entries stay where they were placed',
  paper: null,
  parameters: {},
  create: () => ({ constant: false, promotes: () => false }),
});
