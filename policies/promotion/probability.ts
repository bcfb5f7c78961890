import { definePromotion, HOW } from './contract.ts';

export const probability = definePromotion({
  name: 'probability',
  summary: 'A hit below the first level moves the entry up with a fixed probability',
  about:
    'Every hit draws anew, so an entry moves up after 1/p hits on average and popular entries move soonest: a frequency filter ' +
    'without a counter. It wins over every-hit where popularity is skewed and stable, since entries hit once or twice seldom ' +
    'push popular ones out of a faster level, and far fewer entries move. It loses where the popular entries change, because ' +
    'each has to win a draw first.',
  paper: null,
  parameters: {
    p: { type: 'number', default: 0.1, min: 0, max: 1, summary: 'probability of a move at each hit' },
    ...HOW,
  },
  create: ({ random }, { p }) => ({ promotes: () => random() < p }),
});
