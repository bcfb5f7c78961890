import { defineDemotion } from './contract.ts';

export const probability = defineDemotion({
  name: 'probability',
  summary: 'What a level evicts enters the level below with a fixed probability',
  about:
    'Each victim draws: it goes down, or it is dropped, popular or not. It wins over cascade on loops longer than the cache, ' +
    'where a random part of the loop stays long enough below to be hit, and it saves writes to a slow level in proportion. ' +
    'It loses wherever what leaves a level is soon wanted again, which with exclusive levels that are filled from the top is ' +
    'almost everywhere: an entry draws again at each level and after each visit to the first.',
  paper: null,
  parameters: {
    p: { type: 'number', default: 0.5, min: 0, max: 1, summary: 'probability of going down' },
  },
  create: ({ random }, { p }) => ({ demotes: () => random() < p }),
});
