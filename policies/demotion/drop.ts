import { defineDemotion } from './contract.ts';

export const drop = defineDemotion({
  name: 'drop',
  summary: 'What a level evicts is gone',
  paper: null,
  parameters: {},
  create: () => ({ constant: false, demotes: () => false }),
});
