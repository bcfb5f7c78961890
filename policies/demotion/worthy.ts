import { windowParameter } from '../structures/recent-frequency.ts';
import { defineDemotion } from './contract.ts';

export const worthy = defineDemotion({
  name: 'worthy',
  summary:
    'What a level evicts enters the level below when it was requested at least as often of late as who must leave there',
  paper: null,
  parameters: {
    window: windowParameter(10),
  },
  create: (context, { window }) => {
    const frequency = context.frequency(window);
    return { demotes: (id, below) => below < 0 || frequency.of(id) >= frequency.of(below) };
  },
});
