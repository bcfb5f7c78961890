import { defineDemotion } from './contract.ts';

export const worthy = defineDemotion({
  name: 'worthy',
  summary:
    'What a level evicts enters the level below when it was requested at least as often of late as who must leave there',
  paper: null,
  parameters: {
    window: {
      type: 'number',
      default: 10,
      min: 0.1,
      max: 1_000,
      summary: 'how many requests a frequency looks back, as a multiple of the entries that the cache can hold',
    },
  },
  create: (context, { window }) => {
    const frequency = context.frequency(window);
    return { demotes: (id, below) => below < 0 || frequency.of(id) >= frequency.of(below) };
  },
});
