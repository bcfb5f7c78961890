import { FrequencyBuckets } from '../../structures/frequency-buckets.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/**
 * Least frequently used: evicts the entry with the fewest uses since it was inserted; of several, the one that has had so
 * few for longest. The newcomer is not yet among them, or it would mostly be the one to go. Evicted entries lose their count.
 */
class Lfu implements EvictionPolicy {
  private readonly frequencies;

  constructor(context: EvictionContext) {
    this.frequencies = new FrequencyBuckets(context.universe);
  }

  hit(id: number): void {
    this.frequencies.increment(id);
  }

  victim(_incoming: number): number {
    return this.frequencies.leastUsed;
  }

  evict(_incoming: number): number {
    const victim = this.frequencies.leastUsed;
    this.frequencies.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.frequencies.add(id);
  }

  remove(id: number): void {
    this.frequencies.remove(id);
  }
}

export const lfu = defineEviction({
  name: 'lfu',
  summary: 'Least frequently used: evicts the entry with the fewest uses since its insertion, the oldest such first',
  about:
    'Counts the uses of each resident and evicts the one with the fewest. It holds on to what is popular over the ' +
    'whole run, and beats LRU wherever popularity does not move; entries that were once hot stay long after they ' +
    'have cooled, and newcomers go first.',
  paper: {
    authors: 'A. V. Aho, P. J. Denning, J. D. Ullman',
    title: 'Principles of optimal page replacement',
    venue: 'Journal of the ACM 18(1)',
    year: 1971,
  },
  parameters: {},
  capabilities: { sized: true, scales: false },
  create: context => new Lfu(context),
});
