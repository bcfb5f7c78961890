import { FrequencyBuckets } from '../../structures/frequency-buckets.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/**
 * Most frequently used: evicts the entry with the most uses since it was inserted; of several, the one that reached so many
 * first. The newcomer is not yet among them.
 */
class Mfu implements EvictionPolicy {
  private readonly frequencies;

  constructor(context: EvictionContext) {
    this.frequencies = new FrequencyBuckets(context.universe);
  }

  hit(id: number): void {
    this.frequencies.increment(id);
  }

  victim(_incoming: number): number {
    return this.frequencies.mostUsed;
  }

  evict(_incoming: number): number {
    const victim = this.frequencies.mostUsed;
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

export const mfu = defineEviction({
  name: 'mfu',
  summary: 'Most frequently used: evicts the entry with the most uses since its insertion, the oldest such first',
  about:
    'Takes the entry that was used most to be the one that has served its time: LFU turned round. It suits data that ' +
    'are read a fixed number of times and then never again, and is a bound from below elsewhere: whatever is popular ' +
    'goes first.',
  paper: null,
  parameters: {},
  capabilities: { sized: true, scales: false },
  create: context => new Mfu(context),
});
