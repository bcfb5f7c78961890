/** The characteristic time is found when it is known to this share. */
const PRECISION = 1e-3;
/** Windows: nobody is expected to stay longer than this without a request, for by then the workload is another. */
const LONGEST_STAY = 32;
/** e to the power of more than this is not a number any more. */
const LARGEST_EXPONENT = 700;
/** Of log₂ c: the distance of the first guesses, and the width to which the best is known in the end. */
const GRID = 2;
const WIDTH = 0.05;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The Markov model of AdaptSize (Berger, Sitaraman, Harchol-Balter, NSDI 2017, section 4): an LRU cache in bytes that admits
 * objects of size s with a chance of p = e^(−s/c), with requests at random at the rate of each object. An object of rate λ that
 * is asked for is there with a chance of p (e^(λT) − 1) / (1 + p (e^(λT) − 1)). T, the time that an object stays without a
 * request, is the same for all (the approximation of Che): the one with which the expected bytes fill the cache. Rates are
 * requests per window, times windows.
 */
export class HitRatioModel {
  private readonly capacity: number;
  private readonly rates: Float64Array;
  private readonly sizes: Float64Array;
  private readonly chances: Float64Array;
  private objects = 0;

  /** @param most objects that it can be given */
  constructor(capacity: number, most: number) {
    this.capacity = capacity;
    this.rates = new Float64Array(most);
    this.sizes = new Float64Array(most);
    this.chances = new Float64Array(most);
  }

  clear(): void {
    this.objects = 0;
  }

  add(rate: number, size: number): void {
    this.rates[this.objects] = rate;
    this.sizes[this.objects++] = size;
  }

  /** The c in bytes with the most hits: the best of a grid of powers of two, and then the best between its neighbours. */
  bestC(otherwise: number): number {
    const largest = Math.log2(this.capacity);
    let best = 0;
    let most = 0;
    for (let guess = GRID; guess < largest + GRID; guess += GRID) {
      const hits = this.hitRatio(2 ** guess);
      if (hits > most) {
        most = hits;
        best = guess;
      }
    }
    return most === 0 ? otherwise : 2 ** this.narrow(best - GRID, best + GRID);
  }

  /** Golden-section search for the top between two powers of two. */
  private narrow(from: number, to: number): number {
    let low = from;
    let high = to;
    let left = high - GOLDEN * (high - low);
    let right = low + GOLDEN * (high - low);
    let atLeft = this.hitRatio(2 ** left);
    let atRight = this.hitRatio(2 ** right);
    while (high - low > WIDTH) {
      if (atLeft < atRight) {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = this.hitRatio(2 ** right);
      } else {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = this.hitRatio(2 ** left);
      }
    }
    return (low + high) / 2;
  }

  /** Expected hits among the requests of all objects: 0 … 1. */
  hitRatio(c: number): number {
    const { rates, objects } = this;
    const T = this.characteristicTime(c);
    let hits = 0;
    let requests = 0;
    for (let i = 0; i < objects; i++) {
      hits += rates[i]! * this.presence(i, T);
      requests += rates[i]!;
    }
    return requests === 0 ? 0 : hits / requests;
  }

  private characteristicTime(c: number): number {
    const { capacity, rates, sizes, chances, objects } = this;
    let inflow = 0;
    for (let i = 0; i < objects; i++) {
      chances[i] = Math.exp(-sizes[i]! / c);
      inflow += rates[i]! * chances[i]! * sizes[i]!;
    }
    // Nothing comes in faster than when all is missed.
    let low = capacity / inflow;
    let high = LONGEST_STAY;
    if (low >= high || this.bytesAfter(high) <= capacity) return high;
    while (high > low * (1 + PRECISION)) {
      const middle = Math.sqrt(low * high);
      if (this.bytesAfter(middle) < capacity) low = middle;
      else high = middle;
    }
    return low;
  }

  /** What is there when objects stay for a time T. */
  private bytesAfter(T: number): number {
    let bytes = 0;
    for (let i = 0; i < this.objects; i++) bytes += this.sizes[i]! * this.presence(i, T);
    return bytes;
  }

  private presence(i: number, T: number): number {
    const x = this.rates[i]! * T;
    if (x > LARGEST_EXPONENT) return this.chances[i]! > 0 ? 1 : 0;
    const grown = this.chances[i]! * Math.expm1(x);
    return grown / (1 + grown);
  }
}
