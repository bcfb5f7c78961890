import { windowParameter } from '../structures/recent-frequency.ts';
import { definePromotion, HOW } from './contract.ts';

export const frequency = definePromotion({
  name: 'frequency',
  summary: 'A hit moves the entry up when it was requested at least as often of late as the entry that makes room',
  paper: null,
  parameters: {
    window: windowParameter(0.5),
    ...HOW,
  },
  create: (context, { window }) => {
    const recent = context.frequency(window);
    return {
      promotes: (id, _now, victim) => victim < 0 || recent.of(id) >= recent.of(victim),
      outranks: (id, resident) => recent.of(id) > recent.of(resident),
    };
  },
});
