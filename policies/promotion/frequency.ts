import { definePromotion, HOW } from './contract.ts';

export const frequency = definePromotion({
  name: 'frequency',
  summary: 'A hit moves the entry up when it was requested at least as often of late as the entry that makes room',
  paper: null,
  parameters: {
    window: {
      type: 'number',
      default: 0.5,
      min: 0.1,
      max: 1_000,
      summary: 'how many requests a frequency looks back, as a multiple of the entries that the cache can hold',
    },
    ...HOW,
  },
  create: (context, { window }) => {
    const recent = context.frequency(window);
    const outranks = (id: number, resident: number) => recent.of(id) >= recent.of(resident);
    return { outranks, promotes: (id, _now, victim) => victim < 0 || outranks(id, victim) };
  },
});
