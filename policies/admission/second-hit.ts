import { BloomFilter, ExactSet, type IdSet } from '../structures/bloom-filter.ts';
import { type AdmissionContext, type AdmissionPolicy, defineAdmission, mostEntries } from './contract.ts';

/**
 * Cache on second hit. A Bloom filter holds the ids that were asked for and not found; who is in it already enters. When it has
 * as many ids as it was made for an empty one takes its place, and the full one is still looked up until that one is full too.
 */
class SecondHit implements AdmissionPolicy {
  /** Only where ids are remembered exactly: what a filter has is nobody's in particular. */
  readonly remembers?: (id: number) => boolean;
  private current: IdSet;
  private previous: IdSet;
  /** Ids that the current filter may still take. */
  private left: number;
  private readonly ids: number;

  constructor(context: AdmissionContext, ids: number, bits: number) {
    const { universe } = context;
    const filter = () => (bits === 0 ? new ExactSet(universe) : new BloomFilter(Math.min(ids, universe), bits));
    this.current = filter();
    this.previous = filter();
    this.ids = ids;
    this.left = ids;
    if (bits === 0) this.remembers = id => this.recalls(id);
  }

  accepts(id: number): boolean {
    if (this.current.has(id)) return true;
    const seen = this.previous.has(id);
    this.current.add(id);
    if (--this.left === 0) this.rotate();
    return seen;
  }

  private recalls(id: number): boolean {
    return this.current.has(id) || this.previous.has(id);
  }

  private rotate(): void {
    const full = this.current;
    this.current = this.previous;
    this.previous = full;
    this.current.clear();
    this.left = this.ids;
  }
}

export const secondHit = defineAdmission({
  name: 'second-hit',
  aliases: ['bloom'],
  summary: 'A newcomer enters when it is missed for the second time, as far as a rotating Bloom filter remembers',
  about:
    'About three quarters of the objects that a delivery network is asked for are requested once in days; so that they ' +
    'neither take room nor wear out the disk, an object is stored at its second miss. A Bloom filter remembers the first: ' +
    'it never forgets, but takes some for known that are not (with 10 bits a key 0.8 %, with 4 bits 15 %), and these enter ' +
    'at once. When it is full a fresh one follows, and both are looked up. bits=0 remembers exactly. It costs a miss for ' +
    'each key, and where nearly all keys return, that is all it does.',
  paper: {
    authors: 'B. M. Maggs, R. K. Sitaraman',
    title: 'Algorithmic nuggets in content delivery',
    venue: 'ACM SIGCOMM Computer Communication Review 45(3)',
    year: 2015,
  },
  parameters: {
    bits: {
      type: 'number',
      default: 10,
      min: 0,
      max: 64,
      summary: 'bits of the filter for each key; 0 remembers exactly',
    },
    keys: {
      type: 'number',
      default: 4,
      min: 0.01,
      max: 1_000,
      summary: 'keys that a filter takes before it is rotated, as a multiple of the entries that the cache can hold',
    },
  },
  create: (context, { bits, keys }) =>
    new SecondHit(context, Math.max(1, Math.round(keys * mostEntries(context))), bits),
});
