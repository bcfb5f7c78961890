import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { type PolicyPart, residentsIn } from '../inspection.ts';

/**
 * Segmented LRU over n equal segments, as libCacheSim has it. A newcomer enters the head of the lowest segment that has room, so
 * that a cold cache fills its upper segments too; segment 0, if none has. A hit moves an entry to the head of the next higher
 * segment, in the top one to its own head. What a segment then exceeds its share by cools down: it falls from the tail to the head
 * of the segment below, and out of segment 0 it leaves the cache, whether anybody needs its room or not. To make room, the tail of
 * the lowest segment that is not empty is evicted.
 */
class SlruN implements EvictionPolicy {
  /** Only with sizes: what is larger than a segment could never enter one. */
  readonly accepts?: (incoming: number) => boolean;
  private readonly segments: readonly IdList[];
  /** By id, the segment of a resident. */
  private readonly segmentOf: Uint8Array;
  private readonly length: Float64Array;
  private readonly share: number;
  private readonly sizes: Float64Array | null;
  /** Whether entries have cooled down into segment 0; newcomers alone may fill it beyond its share. */
  private cooled = false;

  constructor({ capacity, universe, sizes }: EvictionContext, n: number) {
    // Not those that levels share: they are not made for so many lists.
    const links = new Links(universe, n);
    this.segments = Array.from({ length: n }, () => links.list());
    this.segmentOf = new Uint8Array(universe);
    this.length = new Float64Array(n);
    this.share = Math.max(1, Math.floor(capacity / n));
    this.sizes = sizes;
    if (sizes) this.accepts = incoming => sizes[incoming]! <= this.share;
  }

  hit(id: number): void {
    const segment = this.segmentOf[id]!;
    if (segment === this.segments.length - 1) this.segments[segment]!.moveToHead(id);
    else {
      this.remove(id);
      this.enter(id, segment + 1);
      for (let above = segment + 1; above > 0; above--) this.cool(above);
    }
  }

  victim(_incoming: number): number {
    let segment = 0;
    while (this.segments[segment]!.empty) segment++;
    return this.segments[segment]!.tail;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    this.remove(victim);
    return victim;
  }

  insert(id: number): void {
    const { length, share } = this;
    const size = this.sizeOf(id);
    let segment = 0;
    while (segment < length.length && length[segment]! + size > share) segment++;
    this.enter(id, segment === length.length ? 0 : segment);
  }

  surplus(): number {
    if (!this.cooled) return -1;
    if (this.length[0]! <= this.share) {
      this.cooled = false;
      return -1;
    }
    const { tail } = this.segments[0]!;
    this.remove(tail);
    return tail;
  }

  remove(id: number): void {
    const segment = this.segmentOf[id]!;
    this.segments[segment]!.unlink(id);
    this.length[segment]! -= this.sizeOf(id);
  }

  private enter(id: number, segment: number): void {
    this.segments[segment]!.pushHead(id);
    this.segmentOf[id] = segment;
    this.length[segment]! += this.sizeOf(id);
  }

  private cool(segment: number): void {
    while (this.length[segment]! > this.share) {
      const { tail } = this.segments[segment]!;
      this.remove(tail);
      this.enter(tail, segment - 1);
      if (segment === 1) this.cooled = true;
    }
  }

  private sizeOf(id: number): number {
    return this.sizes === null ? 1 : this.sizes[id]!;
  }

  inspect(): PolicyPart[] {
    return this.segments.map((segment, level) => residentsIn(`segment ${level}`, segment)).reverse();
  }
}

export const slruN = defineEviction({
  name: 'slru-n',
  summary: "libCacheSim's segmented LRU: any number of equal segments, up by one on a hit, and overflow that may leave",
  about:
    'LRU segments of equal size: a hit moves an entry up by one, and overflow falls by one. Other than in s4lru, newcomers enter ' +
    'any segment that has room, and what overflows the lowest leaves the cache. It resists scans and keeps what is used ' +
    'often; a hit may cost a resident while there is room, and no entry may be larger than a segment.',
  paper: {
    authors: 'R. Karedla, J. S. Love, B. G. Wherry',
    title: 'Caching strategies to improve disk system performance',
    venue: 'IEEE Computer 27(3)',
    year: 1994,
  },
  parameters: {
    segments: {
      type: 'integer',
      default: 4,
      min: 1,
      max: 64,
      summary: 'number of segments, each of which holds at least one entry; 1 is LRU',
    },
  },
  capabilities: { sized: true },
  create: (context, { segments }) => new SlruN(context, segments),
});
