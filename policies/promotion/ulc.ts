import { definePromotion, HOW } from './contract.ts';

export const ulc = definePromotion({
  name: 'ulc',
  aliases: ['unified-level-aware'],
  summary:
    'A hit moves the entry to the fastest level whose victim was last requested before the previous request for it',
  about:
    'Between two requests for an entry lies its last-locality distance. A level should hold the entries whose distance ends ' +
    'before its yardstick, the entry that would leave it: whoever was requested twice since the yardstick was requested once ' +
    'takes its place, in the fastest level where that holds, and the yardstick goes one level down. Together with ' +
    'residency unified:policy=ulc, placement top and demotion cascade this is the scheme ULC, but for one thing: an entry ' +
    'that goes down enters the next level at the end that the level’s own policy gives it, not by the time of its last request.',
  paper: {
    authors: 'S. Jiang, X. Zhang',
    title:
      'ULC: a file block placement and replacement protocol to effectively exploit hierarchical locality in multi-level buffer caches',
    venue: 'ICDCS',
    year: 2004,
  },
  parameters: {
    to: {
      type: 'choice',
      choices: ['highest', 'next'],
      default: 'highest',
      summary: 'the fastest level whose victim gives way, or only ever the level above',
    },
    by: HOW.by,
  },
  create: context => {
    const requests = context.lastRequests();
    const precedes = (victim: number, id: number) => requests.last(victim) < requests.before(id);
    return {
      promotes: (id, _now, victim) => victim < 0 || precedes(victim, id),
      outranks: (id, resident) => precedes(resident, id),
    };
  },
});
