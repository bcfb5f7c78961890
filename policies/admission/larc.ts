import { type IdList, Links } from '../structures/links.ts';
import { type AdmissionContext, type AdmissionPolicy, defineAdmission } from './contract.ts';

/**
 * Lazy Adaptive Replacement Cache. Qr is a queue of ids whose data are not kept; an id has to be found there to enter the cache,
 * which the paper calls Q. Its target length Cr grows by C / Cr with each miss and shrinks by C / (C − Cr) with each hit: a
 * cache that hits lets few in. Where the paper takes one id off a queue that is longer than its target, here it is cut to the
 * target (but never to nothing). With sizes all lengths are bytes, and the steps grow with the size of what was requested.
 */
class Larc implements AdmissionPolicy {
  private readonly Qr: IdList;
  private readonly listed: Uint8Array;
  private readonly sizes: Float64Array | null;
  /** By id, the size that it was queued with; null when every id counts as one. */
  private readonly queuedSize: Float64Array | null;
  private readonly C: number;
  private readonly least: number;
  private readonly most: number;
  private Cr: number;
  private length = 0;

  constructor({ capacity, universe, sizes }: AdmissionContext, least: number, most: number) {
    this.Qr = new Links(universe, 1).list();
    this.listed = new Uint8Array(universe);
    this.sizes = sizes;
    this.queuedSize = sizes && new Float64Array(universe);
    this.C = capacity;
    this.least = least * capacity;
    this.most = Math.max(least, most) * capacity;
    this.Cr = this.least;
  }

  hit(id: number): void {
    const { C, Cr } = this;
    this.Cr = Math.max(this.least, Cr - (this.sizeOf(id) * C) / (C - Cr));
  }

  accepts(id: number): boolean {
    const { C, Cr } = this;
    this.Cr = Math.min(this.most, Cr + (this.sizeOf(id) * C) / Cr);
    if (this.listed[id] === 1) {
      this.drop(id);
      return true;
    }
    this.queue(id);
    while (this.length > this.Cr && this.Qr.tail !== this.Qr.head) this.drop(this.Qr.tail);
    return false;
  }

  remembers(id: number): boolean {
    return this.listed[id] === 1;
  }

  private queue(id: number): void {
    const size = this.sizeOf(id);
    if (this.queuedSize) this.queuedSize[id] = size;
    this.Qr.pushHead(id);
    this.listed[id] = 1;
    this.length += size;
  }

  private drop(id: number): void {
    this.Qr.unlink(id);
    this.listed[id] = 0;
    this.length -= this.queuedSize ? this.queuedSize[id]! : 1;
  }

  private sizeOf(id: number): number {
    return this.sizes ? this.sizes[id]! : 1;
  }
}

export const larc = defineAdmission({
  name: 'larc',
  summary:
    'A newcomer enters when it returns while it stands in a queue of ghosts, whose length follows hits and misses',
  about:
    'A key that is missed is noted in a queue of ghosts, and is let in when it is missed again while it stands there. The ' +
    'queue gets longer with misses and shorter with hits, between a tenth and nine tenths of the capacity: a cache that ' +
    'does well changes little. Made to spare flash memory writes; it keeps out scans and keys requested once, and takes two ' +
    'misses for each key, even while the cache is not full. Its authors put it before LRU.',
  paper: {
    authors: 'S. Huang, Q. Wei, J. Chen, C. Chen, D. Feng',
    title: 'Improving flash-based disk cache with Lazy Adaptive Replacement',
    venue: 'MSST',
    year: 2013,
  },
  capabilities: { adaptive: true },
  parameters: {
    least: {
      type: 'number',
      default: 0.1,
      min: 0.001,
      max: 0.99,
      summary: 'least target of the queue, as a share of the capacity; its first',
    },
    most: {
      type: 'number',
      default: 0.9,
      min: 0.001,
      max: 0.99,
      summary: 'largest target of the queue, as a share of the capacity',
    },
  },
  create: (context, { least, most }) => new Larc(context, least, most),
});
