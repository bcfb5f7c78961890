import { defineEviction } from '../contract.ts';
import { SampleRanking } from './sample-ranking.ts';

export const sampled = defineEviction({
  name: 'sampled',
  summary: 'Draws a few entries and evicts the one that LRU, LFU or another order would evict among them',
  about:
    'Keeps no order at all: when room is needed it draws a few residents and evicts the worst of them. Eight samples come ' +
    'close to LRU and LFU at a fraction of their bookkeeping, and on loops the chance in it helps. Now and then a sample ' +
    'holds good entries only, which costs hits where the order is right.',
  paper: {
    authors: 'K. Psounis, B. Prabhakar',
    title: 'Efficient randomized web-cache replacement schemes using samples from past eviction times',
    venue: 'IEEE/ACM Transactions on Networking 10(4)',
    year: 2002,
  },
  parameters: {
    of: {
      type: 'choice',
      choices: ['lru', 'lfu', 'mru', 'mfu', 'fifo', 'hyperbolic'],
      default: 'lru',
      summary: 'the order in which the drawn entries stand',
    },
    size: { type: 'integer', default: 8, min: 1, max: 1024, summary: 'entries drawn for each eviction' },
  },
  capabilities: { sized: true, randomised: true },
  create: (context, { of, size }) => new SampleRanking(context, of, size),
});
