/** How often ids were requested of late. */
export interface Frequency {
  /** 0 … 15, halved after every window of requests. */
  of(id: number): number;
}

/** The parameter of every policy that compares frequencies. */
export function windowParameter(value: number) {
  return {
    type: 'number',
    default: value,
    min: 0.1,
    max: 1_000,
    summary: 'how many requests a frequency looks back, as a multiple of the entries that the cache can hold',
  } as const;
}

const COUNT_BITS = 4;
const MOST = (1 << COUNT_BITS) - 1;

/**
 * Counts the requests of each id up to 15 and halves all counts after every window, as the frequency sketch of TinyLFU does
 * (Einziger, Friedman, Manes, ACM ToS 13(4), 2017). Ids are dense, so a column takes the place of the count-min sketch: counts
 * are exact, one access touches one word, and a count is halved only when somebody asks for it, by the windows that have passed.
 */
export class RecentFrequency implements Frequency {
  /** By id: the window in which its count was last right, and that count in the low bits. */
  private readonly counts: Int32Array;
  private readonly length: number;
  private window = 1;
  private left: number;

  /** @param length requests in a window */
  constructor(universe: number, length: number) {
    this.counts = new Int32Array(universe);
    this.length = length;
    this.left = length;
  }

  of(id: number): number {
    const entry = this.counts[id]!;
    const passed = this.window - (entry >>> COUNT_BITS);
    return passed > COUNT_BITS ? 0 : (entry & MOST) >> passed;
  }

  /** Whether an id is counted at all: none is longer than five windows after its last request. */
  remembers(id: number): boolean {
    return this.of(id) > 0;
  }

  increment(id: number): void {
    const count = this.of(id);
    this.counts[id] = (this.window << COUNT_BITS) | (count === MOST ? MOST : count + 1);
    if (--this.left === 0) {
      this.left = this.length;
      this.window++;
    }
  }
}
