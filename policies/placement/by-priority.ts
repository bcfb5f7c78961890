import { definePlacement } from './contract.ts';

const RESULT = 3;
const MEDIUM = 1;
const HIGH = 2;

export const byPriority = definePlacement({
  name: 'priority',
  summary: 'High priority and results go to L1, medium to L2, everything else to L3',
  paper: null,
  parameters: {},
  create: ({ levels }) => ({
    levelFor: (type, priority) =>
      priority === HIGH || type === RESULT ? 0 : Math.min(levels - 1, priority === MEDIUM ? 1 : 2),
  }),
});
