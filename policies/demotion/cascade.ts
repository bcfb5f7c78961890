import { defineDemotion } from './contract.ts';

export const cascade = defineDemotion({
  name: 'cascade',
  aliases: ['demote'],
  summary: 'What a level evicts enters the level below at its newest end',
  paper: {
    authors: 'T. M. Wong, J. Wilkes',
    title: 'My cache or yours? Making storage more exclusive',
    venue: 'USENIX Annual Technical Conference',
    year: 2002,
  },
  parameters: {},
  create: () => ({ constant: true, demotes: () => true }),
});
