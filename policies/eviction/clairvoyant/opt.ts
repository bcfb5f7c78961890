import { InputError } from '../../../spec/input-error.ts';
import { IdHeap } from '../../structures/id-heap.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';

/**
 * Bélády's MIN: evicts the entry whose next request lies furthest in the future. No policy misses less often when all entries
 * have the same size; with sizes it is a rule of thumb, because it does not look at them.
 */
class Opt implements EvictionPolicy {
  private readonly nextAccess: Int32Array;
  private readonly furthest: IdHeap;
  /** Whether a newcomer that is needed last of all is refused, instead of evicting for it. */
  private readonly bypass: boolean;

  constructor(context: EvictionContext, bypass: boolean) {
    if (!context.nextAccess)
      throw new InputError('opt', 'it reads the future, which is known only when a finite workload is replayed');
    this.nextAccess = context.nextAccess;
    this.furthest = new IdHeap(context.nextAccess);
    this.bypass = bypass;
  }

  hit(id: number): void {
    this.furthest.update(id);
  }

  victim(incoming: number): number {
    const { root } = this.furthest;
    return this.bypass && this.nextAccess[incoming]! >= this.nextAccess[root]! ? incoming : root;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (victim !== incoming) this.furthest.remove(victim);
    return victim;
  }

  insert(id: number): void {
    this.furthest.insert(id);
  }

  remove(id: number): void {
    this.furthest.remove(id);
  }
}

export const opt = defineEviction({
  name: 'opt',
  aliases: ['belady', 'min', 'clairvoyant'],
  summary: "Bélády's optimum: evicts the entry whose next request lies furthest in the future",
  about:
    'Looks into the future and evicts the entry whose next use lies furthest ahead, which no policy that must hold ' +
    'every newcomer can beat when all entries are of one size. With bypass the newcomer may be the one to go, which ' +
    'is optimal without that rule. It is the bound that shows how much is left to gain.',
  paper: {
    authors: 'L. A. Belady',
    title: 'A study of replacement algorithms for a virtual-storage computer',
    venue: 'IBM Systems Journal 5(2)',
    year: 1966,
  },
  parameters: {
    bypass: {
      type: 'flag',
      default: false,
      summary: 'refuse a newcomer whose own next request lies furthest of all',
    },
  },
  capabilities: { sized: true, clairvoyant: true },
  create: (context, { bypass }) => new Opt(context, bypass),
});
