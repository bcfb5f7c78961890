import { RankHeap } from '../../structures/rank-heap.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/**
 * Least recently / frequently used. Each past reference to an entry, x requests ago, is worth F(x) = (1/2)^(λx); their sum is its
 * combined recency and frequency, CRF. The entry with the lowest CRF is evicted. From λ = 0, where all references count alike
 * (LFU), to λ = 1, where none outweighs a later one (LRU), lies a spectrum. All CRFs decay alike, so log2(CRF) + λ LAST, the
 * logarithm of what it was worth at time 0, orders the entries without growing old.
 */
class Lrfu implements EvictionPolicy {
  private readonly lambda: number;
  /** By id: the CRF at the time of its last reference, and that time. */
  private readonly crf: Float64Array;
  private readonly last: Float64Array;
  private readonly ranks: RankHeap;
  /** In requests. */
  private time = 0;

  constructor(context: EvictionContext, lambda: number) {
    this.lambda = lambda;
    this.crf = new Float64Array(context.universe);
    this.last = new Float64Array(context.universe);
    this.ranks = new RankHeap(context.universe);
  }

  hit(id: number): void {
    this.time++;
    this.crf[id] = 1 + this.crf[id]! * 2 ** (-this.lambda * (this.time - this.last[id]!));
    this.last[id] = this.time;
    this.ranks.raise(id, this.rank(id), this.time);
  }

  victim(_incoming: number): number {
    return this.ranks.lowest();
  }

  evict(_incoming: number): number {
    const victim = this.ranks.lowest();
    this.ranks.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.time++;
    this.crf[id] = 1;
    this.last[id] = this.time;
    this.ranks.insert(id, this.rank(id), this.time);
  }

  remove(id: number): void {
    this.ranks.remove(id);
  }

  private rank(id: number): number {
    return Math.log2(this.crf[id]!) + this.lambda * this.last[id]!;
  }
}

export const lrfu = defineEviction({
  name: 'lrfu',
  summary:
    'Least recently / frequently used: uses count the less the longer ago they were, by half every 1/lambda requests',
  about:
    'Sums up the past uses of each entry, each weighing half as much after 1/lambda requests more, and evicts the one ' +
    'with the least. Lambda moves it from LFU at 0 to LRU at 1; in between it beats both where popularity changes ' +
    'slowly. The best lambda depends on workload and size, and is not found by itself; counts of evicted entries are lost.',
  paper: {
    authors: 'D. Lee, J. Choi, J.-H. Kim, S. H. Noh, S. L. Min, Y. Cho, C. S. Kim',
    title: 'LRFU: a spectrum of policies that subsumes the least recently used and least frequently used policies',
    venue: 'IEEE Transactions on Computers 50(12)',
    year: 2001,
  },
  parameters: {
    lambda: {
      type: 'number',
      default: 0.001,
      min: 0,
      max: 1,
      summary: 'how fast uses lose weight: 0 is LFU, 1 is LRU',
    },
  },
  capabilities: { sized: true, scales: false },
  create: (context, values) => new Lrfu(context, values.lambda),
});
