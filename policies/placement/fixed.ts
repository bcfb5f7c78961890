import { definePlacement, EVERY_LEVEL } from './contract.ts';

export const top = definePlacement({
  name: 'top',
  summary: 'Everything enters the first level',
  paper: null,
  parameters: {},
  create: () => ({ levelFor: () => 0 }),
});

export const bottom = definePlacement({
  name: 'bottom',
  summary: 'Everything enters the last level',
  paper: null,
  parameters: {},
  create: ({ levels }) => ({ levelFor: () => levels - 1 }),
});

export const all = definePlacement({
  name: 'all',
  summary: 'Everything enters every level, from the last to the first',
  paper: null,
  parameters: {},
  create: () => ({ levelFor: () => EVERY_LEVEL }),
});
