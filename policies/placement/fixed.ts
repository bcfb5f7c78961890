import { CLIMBS, definePlacement, EVERY_LEVEL } from './contract.ts';

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

export const climb = definePlacement({
  name: 'climb',
  summary: 'Everything enters the last level, and climbs at once as far as hits there would make it',
  about:
    'The promotion policy is asked from level to level, as if the newcomer had been hit in each: with a probability it goes up ' +
    'or stays, with frequency it must outrank who would leave. What is overwritten stays where it is. It is how PROMOTE places ' +
    'what is read from the origin.',
  paper: null,
  parameters: {},
  create: () => ({ levelFor: () => CLIMBS }),
});
