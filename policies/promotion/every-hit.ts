import { definePromotion, HOW } from './contract.ts';

export const everyHit = definePromotion({
  name: 'every-hit',
  summary: 'Every hit below the first level moves the entry up',
  paper: null,
  parameters: HOW,
  create: () => ({ constant: true, promotes: () => true }),
});
