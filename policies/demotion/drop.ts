import { defineDemotion } from './contract.ts';

export const drop = defineDemotion({
  name: 'drop',
  summary: 'What a level evicts is gone',
  about:
    'It is right where the entry lies below already, as in inclusive levels, and where entries find their level in another way, as ' +
    'with placement climb. Where exclusive levels are filled from the top it never hit more than cascade on any workload ' +
    'that was measured, and mostly far less: it saves the moves.',
  paper: null,
  parameters: {},
  create: () => ({ constant: false, demotes: () => false }),
});
