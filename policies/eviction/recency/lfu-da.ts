import { RankHeap } from '../../structures/rank-heap.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/**
 * LFU with dynamic aging. L, the cache's age, is the lowest key in the cache once something was evicted, and 0 until then. A
 * newcomer's key is L + 1, so that it need not catch up with counts of the past; as in libCacheSim each hit adds L, where the
 * paper counts 1. The lowest key is evicted, of several the one that has had it for longest.
 */
class LfuDa implements EvictionPolicy {
  private readonly keys: RankHeap;
  private age = 0;
  /** Keys that were given so far. */
  private given = 0;

  constructor(context: EvictionContext) {
    this.keys = new RankHeap(context.universe);
  }

  hit(id: number): void {
    this.keys.raise(id, this.keys.rankOf(id) + this.age, this.given++);
    this.grow();
  }

  victim(_incoming: number): number {
    return this.keys.lowest();
  }

  evict(_incoming: number): number {
    const victim = this.keys.lowest();
    this.age = this.keys.rankOf(victim);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.keys.insert(id, this.age + 1, this.given++);
  }

  remove(id: number): void {
    this.keys.remove(id);
    this.grow();
  }

  private grow(): void {
    if (this.age > 0 && !this.keys.empty) this.age = this.keys.rankOf(this.keys.lowest());
  }
}

export const lfuDa = defineEviction({
  name: 'lfu-da',
  aliases: ['lfuda'],
  summary: 'LFU with dynamic aging: newcomers start at the age of the cache, so that old counts lose their weight',
  about:
    'An LFU whose keys grow with the age of the cache: the key of what was evicted last is what a newcomer starts from. ' +
    'Entries that were hot once and have cooled are overtaken in time, which LFU never does; while popularity stands ' +
    'still it keeps nearly the same entries as LFU.',
  paper: {
    authors: 'M. Arlitt, L. Cherkasova, J. Dilley, R. Friedrich, T. Jin',
    title: 'Evaluating content management techniques for Web proxy caches',
    venue: 'ACM SIGMETRICS Performance Evaluation Review 27(4)',
    year: 2000,
  },
  parameters: {},
  capabilities: { sized: true },
  create: context => new LfuDa(context),
});
