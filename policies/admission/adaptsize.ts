import { type AdmissionContext, type AdmissionPolicy, defineAdmission } from './contract.ts';
import { HitRatioModel } from './hit-ratio-model.ts';

/** Seen ids must have this many times the bytes of the cache: else there is nothing to choose. */
const WORTH_TUNING = 3;
/** Requests until that is looked at again. */
const RETRY = 1_000;
/** Weighted requests below which an id is forgotten. */
const FORGOTTEN = 0.1;

/**
 * AdaptSize. A newcomer enters with a chance of e^(−size / c). After every window of requests a Markov model of the cache says
 * which c makes the most hits, from the request rates and sizes of the ids seen, older windows weighted less.
 */
class AdaptSize implements AdmissionPolicy {
  private readonly sizes: Float64Array;
  private readonly random: () => number;
  private readonly model: HitRatioModel;
  private readonly capacity: number;
  private readonly window: number;
  private readonly decay: number;
  private c: number;
  private left: number;
  /** By id: requests in this window, and weighted ones of all windows before. */
  private readonly requests: Float64Array;
  private readonly rates: Float64Array;
  /** By id, as last requested: the bytes of those that are not forgotten add up to `seen`. */
  private readonly seenSize: Float64Array;
  private seen = 0;

  constructor(context: AdmissionContext, window: number, decay: number, initial: number) {
    const { capacity, universe, sizes, random } = context;
    this.sizes = sizes!;
    this.random = random;
    this.model = new HitRatioModel(capacity, universe);
    this.capacity = capacity;
    this.window = window;
    this.decay = decay;
    this.c = initial;
    this.left = window;
    this.requests = new Float64Array(universe);
    this.rates = new Float64Array(universe);
    this.seenSize = new Float64Array(universe);
  }

  hit(id: number): void {
    this.observe(id);
  }

  accepts(id: number): boolean {
    this.observe(id);
    return this.random() < Math.exp(-this.sizes[id]! / this.c);
  }

  remembers(id: number): boolean {
    return this.seenSize[id] !== 0 || this.requests[id] !== 0;
  }

  private observe(id: number): void {
    if (--this.left === 0) this.tune();
    const size = this.sizes[id]!;
    this.seen += size - this.seenSize[id]!;
    this.seenSize[id] = size;
    this.requests[id]!++;
  }

  private tune(): void {
    if (this.seen <= WORTH_TUNING * this.capacity) {
      this.left = RETRY;
      return;
    }
    this.left = this.window;
    this.blend();
    this.c = this.model.bestC(this.c);
  }

  /** Ends a window: its counts enter the rates, and the model learns those that are left. */
  private blend(): void {
    const { requests, rates, seenSize, decay, model } = this;
    model.clear();
    for (let id = 0; id < rates.length; id++) {
      if (seenSize[id] === 0) continue;
      const before = rates[id]!;
      // Who was not seen before has no older windows to be weighted against.
      const rate = before === 0 ? requests[id]! : decay * before + (1 - decay) * requests[id]!;
      requests[id] = 0;
      if (rate >= FORGOTTEN) {
        rates[id] = rate;
        model.add(rate, seenSize[id]!);
      } else {
        rates[id] = 0;
        this.seen -= seenSize[id]!;
        seenSize[id] = 0;
      }
    }
  }
}

export const adaptSize = defineAdmission({
  name: 'adaptsize',
  summary: 'A newcomer enters with a chance that falls with its size, as fast as a model of the cache says is best',
  about:
    'A newcomer enters with a chance of e^(-size/c), so that small objects, of which many find room, nearly always do. ' +
    'After every window of requests c is chosen anew: a Markov model with the approximation of Che predicts the hit ratio ' +
    'for any c from the rates and sizes that were seen, and the best is searched for. It follows the workload where a fixed ' +
    'threshold does not, and is made for hits: of bytes it misses more. The model is that of LRU with independent requests. ' +
    'It takes a key that was requested once in a window for one that returns in every window, so windows must be long ' +
    'enough for most keys to return: else c becomes too small, and hits are lost. Until the first window ends, and until ' +
    'three times the capacity was asked for, c is what it was set to.',
  paper: {
    authors: 'D. S. Berger, R. K. Sitaraman, M. Harchol-Balter',
    title: 'AdaptSize: orchestrating the hot object memory cache in a content delivery network',
    venue: 'NSDI',
    year: 2017,
  },
  capabilities: { needsSizes: true, randomised: true, adaptive: true, paced: true },
  parameters: {
    window: {
      type: 'integer',
      default: 250_000,
      min: 1_000,
      max: 1e9,
      summary: 'requests from one choice of c to the next',
    },
    decay: { type: 'number', default: 0.3, min: 0, max: 0.99, summary: 'weight of earlier windows against the last' },
    initial: { type: 'integer', default: 32_768, min: 1, max: 1e12, summary: 'c until it is first chosen, in bytes' },
  },
  create: (context, { window, decay, initial }) => new AdaptSize(context, window, decay, initial),
});
