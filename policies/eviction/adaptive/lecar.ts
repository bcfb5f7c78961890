import { FrequencyBuckets } from '../../structures/frequency-buckets.ts';
import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ExpertWeights } from './expert-weights.ts';

/** Where an id stands: forgotten, resident, or in the history of the expert that evicted it. */
const NONE = 0;
const RESIDENT = 1;
const H_LRU = 2;
const H_LFU = 3;

/**
 * Learning cache replacement. Two experts, LRU and LFU, each name a victim; one of them is followed, drawn by their weights.
 * What an expert evicted goes into its history. A request for an id in a history is a regret of that expert, the larger
 * the sooner it comes: its weight is multiplied by e^(−λ d^t) after t requests, with d = discount^(1 / capacity). A victim that
 * both experts name teaches nothing and is not remembered. With sizes the histories are bounded in bytes.
 */
class LeCaR implements EvictionPolicy {
  private readonly learningRate: number;
  private readonly d: number;
  private readonly historyCapacity: number;
  private readonly sizes: Float64Array | null;
  /** Bytes by id as they were on insertion, kept for histories too; null when every id counts as one. */
  private readonly weight: Float64Array | null;
  private readonly where: Uint8Array;
  /** By id in a history: the number of the request that it was evicted for. */
  private readonly evictedAt: Float64Array;
  private readonly recency: IdList;
  private readonly frequency: FrequencyBuckets;
  private readonly lruHistory: IdList;
  private readonly lfuHistory: IdList;
  /** Lengths of the histories. */
  private readonly length = new Float64Array(4);
  private readonly weights: ExpertWeights;
  private requests = 0;
  /** The newcomer whose request has been learned from already, or -1. */
  private learned = -1;
  /** Who is to leave next, as long as nothing has changed, and the history that will remember it; else -1. */
  private chosen = -1;
  private history = NONE;

  constructor(context: EvictionContext, learningRate: number, discount: number, history: number) {
    const { capacity, universe, sizes } = context;
    this.weights = new ExpertWeights(context);
    this.learningRate = learningRate;
    this.d = discount ** (1 / capacity);
    this.historyCapacity = Math.floor(history * capacity);
    this.sizes = sizes;
    this.weight = sizes && new Float64Array(universe);
    this.where = new Uint8Array(universe);
    this.evictedAt = new Float64Array(universe);
    const links = new Links(universe, 3);
    this.recency = links.list();
    this.lruHistory = links.list();
    this.lfuHistory = links.list();
    this.frequency = new FrequencyBuckets(universe);
  }

  hit(id: number): void {
    this.requests++;
    this.chosen = -1;
    this.recency.moveToHead(id);
    this.frequency.increment(id);
  }

  victim(incoming: number): number {
    this.learn(incoming);
    if (this.chosen < 0) this.choose();
    return this.chosen;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const { history } = this;
    this.remove(victim);
    if (history === H_LRU) this.remember(victim, history, this.lruHistory);
    else if (history === H_LFU) this.remember(victim, history, this.lfuHistory);
    return victim;
  }

  insert(id: number): void {
    this.learn(id);
    this.learned = -1;
    this.chosen = -1;
    if (this.weight) this.weight[id] = this.sizes![id]!;
    this.where[id] = RESIDENT;
    this.recency.pushHead(id);
    this.frequency.add(id);
  }

  remove(id: number): void {
    this.chosen = -1;
    this.where[id] = NONE;
    this.recency.unlink(id);
    this.frequency.remove(id);
  }

  remembers(id: number): boolean {
    return this.where[id] !== NONE || this.learned === id;
  }

  private choose(): void {
    const lru = this.recency.tail;
    const lfu = this.frequency.leastUsed;
    if (lru === lfu) this.history = NONE;
    else this.history = this.weights.drawsFirst() ? H_LRU : H_LFU;
    this.chosen = this.history === H_LRU ? lru : lfu;
  }

  /** Takes a request for a newcomer as a regret if an expert evicted it, once for each newcomer. */
  private learn(incoming: number): void {
    if (this.learned === incoming) return;
    this.learned = incoming;
    this.requests++;
    const history = this.where[incoming]!;
    if (history === NONE) return;
    this.forget(incoming);
    const t = this.requests - this.evictedAt[incoming]!;
    this.weights.regret(history === H_LRU, Math.exp(-this.learningRate * this.d ** t));
  }

  private remember(id: number, history: number, ids: IdList): void {
    this.where[id] = history;
    this.evictedAt[id] = this.requests;
    this.length[history]! += this.weigh(id);
    ids.pushHead(id);
    while (this.length[history]! > this.historyCapacity) this.forget(ids.tail);
  }

  private forget(id: number): void {
    this.length[this.where[id]!]! -= this.weigh(id);
    this.where[id] = NONE;
    this.recency.unlink(id);
  }

  private weigh(id: number): number {
    return this.weight ? this.weight[id]! : 1;
  }
}

export const lecar = defineEviction({
  name: 'lecar',
  summary:
    'Learning cache replacement: follows LRU or LFU by chance, and trusts the one less whose evictions it regrets',
  about:
    'Two experts, LRU and LFU, each name a victim, and one is followed by chance; a request for what an expert evicted a ' +
    'short while ago costs it weight. It goes over from recency to frequency and back with the workload, and does well in ' +
    'small caches; where neither expert is right, as on loops and scans, it has nothing better to follow, and its ' +
    'weights take a while to move.',
  paper: {
    authors: 'G. Vietri, L. V. Rodriguez, W. A. Martinez, S. Lyons, J. Liu, R. Rangaswami, M. Zhao, G. Narasimhan',
    title: 'Driving cache replacement with ML-based LeCaR',
    venue: 'HotStorage',
    year: 2018,
  },
  parameters: {
    'learning-rate': {
      type: 'number',
      default: 0.45,
      min: 0,
      max: 100,
      summary: 'λ: how much one regret costs the weight of an expert',
    },
    discount: {
      type: 'number',
      default: 0.005,
      min: 0,
      max: 1,
      summary: 'what is left of a regret after as many requests as the capacity',
    },
    history: {
      type: 'number',
      default: 0.5,
      min: 0,
      summary: 'length of the history of each expert, as a share of the capacity',
    },
  },
  capabilities: { sized: true, randomised: true, adaptive: true, ghosts: true },
  mostRemembered: (capacity, { history }) => 2 * Math.floor(history * capacity),
  create: (context, values) => new LeCaR(context, values['learning-rate'], values.discount, values.history),
});
