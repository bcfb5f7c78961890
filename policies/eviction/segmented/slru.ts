import type { IdList } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { type PolicyPart, residentsIn } from '../inspection.ts';
import { residentLists } from '../resident-lists.ts';

/**
 * Segmented LRU: newcomers enter a probationary segment; a hit there promotes to the protected segment, whose overflow falls
 * back to the probationary head, so that an entry used twice has to be forgotten twice. The probationary tail is evicted.
 */
class SegmentedLru implements EvictionPolicy {
  private readonly probation: IdList;
  private readonly protectedSegment: IdList;
  /** By id; 0 for those that are not resident, so that passing through probation alone does not touch it. */
  private readonly isProtected;
  private readonly sizes;
  private readonly maxProtected: number;
  private sizeProtected = 0;

  constructor(context: EvictionContext, protectedShare: number) {
    [this.probation, this.protectedSegment] = residentLists(context, 2) as [IdList, IdList];
    this.isProtected = new Uint8Array(context.universe);
    this.sizes = context.sizes;
    this.maxProtected = Math.max(1, Math.floor(context.capacity * protectedShare));
  }

  hit(id: number): void {
    if (this.isProtected[id] === 1) this.protectedSegment.moveToHead(id);
    else this.promote(id);
  }

  victim(_incoming: number): number {
    return this.probation.empty ? this.protectedSegment.tail : this.probation.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    if (this.probation.empty) this.remove(victim);
    else this.probation.unlink(victim);
    return victim;
  }

  insert(id: number): void {
    this.probation.pushHead(id);
  }

  remove(id: number): void {
    this.probation.unlink(id);
    if (this.isProtected[id] === 0) return;
    this.isProtected[id] = 0;
    this.sizeProtected -= this.sizeOf(id);
  }

  private promote(id: number): void {
    const size = this.sizeOf(id);
    // Nothing would be left of the protected segment: such an entry can only be made the youngest on probation.
    if (size > this.maxProtected) {
      this.probation.moveToHead(id);
      return;
    }
    this.sizeProtected += size;
    while (this.sizeProtected > this.maxProtected) this.demote(this.protectedSegment.tail);
    this.probation.unlink(id);
    this.protectedSegment.pushHead(id);
    this.isProtected[id] = 1;
  }

  private demote(id: number): void {
    this.protectedSegment.unlink(id);
    this.probation.pushHead(id);
    this.isProtected[id] = 0;
    this.sizeProtected -= this.sizeOf(id);
  }

  private sizeOf(id: number): number {
    return this.sizes === null ? 1 : this.sizes[id]!;
  }

  inspect(): PolicyPart[] {
    return [residentsIn('protected', this.protectedSegment), residentsIn('probation', this.probation)];
  }
}

export const slru = defineEviction({
  name: 'slru',
  summary:
    'Segmented LRU: a second use promotes to a protected segment, whose overflow gets another chance on probation',
  about:
    'Newcomers enter a probationary segment; a second use moves an entry to the protected one, whose overflow falls ' +
    'back. A scan passes through the smaller segment only. Where the hot set moves fast, the protected segment ' +
    "holds yesterday's entries.",
  paper: {
    authors: 'R. Karedla, J. S. Love, B. G. Wherry',
    title: 'Caching strategies to improve disk system performance',
    venue: 'IEEE Computer 27(3)',
    year: 1994,
  },
  parameters: {
    protected: {
      type: 'number',
      default: 0.8,
      min: 0,
      max: 1,
      summary: 'largest share of the capacity for the protected segment, at least one entry',
    },
  },
  capabilities: { sized: true },
  create: (context, values) => new SegmentedLru(context, values.protected),
});
