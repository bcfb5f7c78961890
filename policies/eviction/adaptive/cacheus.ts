import { FrequencyBuckets } from '../../structures/frequency-buckets.ts';
import { type IdList, Links } from '../../structures/links.ts';
import { defineEviction, type EvictionContext, type EvictionPolicy } from '../contract.ts';
import { ExpertWeights } from './expert-weights.ts';
import { LearningRate } from './learning-rate.ts';

/** Where an id stands: forgotten, resident in one of the lists of SR-LRU, or in its history. */
const NONE = 0;
const SR = 1;
/** What SR has no room for, when lists do not adapt: resident until room is needed. */
const OVERFLOW = 2;
const R = 3;
const H = 4;

/** Which expert evicted an id: neither alone, SR-LRU or CR-LFU. */
const NEITHER = 0;
const LRU = 1;
const LFU = 2;

/**
 * CACHEUS: LeCaR with better experts and a learning rate that tunes itself. Scan-resistant SR-LRU has two lists: newcomers enter
 * SR, whose tail it evicts; what is hit or comes back from the history H enters R; what R has no room for is demoted to SR.
 * Churn-resistant CR-LFU evicts the most recent of the least frequent, and frequencies outlive an eviction in H. A request for what
 * one expert alone evicted multiplies its weight by e^−λ. In the paper the lists adapt: a hit on a demoted entry in SR says that R
 * should be larger, a request for an id in H that was never hit says that SR should; and so does λ. In libCacheSim neither does: each
 * list has half of the cache, and SR gives up its overflow by itself, so that the experts decide only while R is full as well.
 * That is the default, to which other measurements can be compared. (With `adapt`, Zipf traffic misses up to 6 points less, block
 * traces up to 4 more.) With sizes all lengths are bytes.
 */
class Cacheus implements EvictionPolicy {
  private readonly capacity: number;
  private readonly adapts: boolean;
  /** The size of R at which it demotes; when lists adapt, SR has the rest. */
  private rCapacity: number;
  private readonly srCapacity: number;
  private readonly sizes: Float64Array | null;
  /** Bytes by id as they were on insertion, kept for histories too; null when every id counts as one. */
  private readonly weight: Float64Array | null;
  private readonly where: Uint8Array;
  private readonly uses: Int32Array;
  /** By id: whether it was never hit, and whether it fell from R to SR. */
  private readonly isNew: Uint8Array;
  private readonly isDemoted: Uint8Array;
  /** How many new ids are in H, and how many demoted in SR. */
  private cNew = 0;
  private cDemoted = 0;
  private readonly sr: IdList;
  private readonly overflow: IdList;
  private readonly r: IdList;
  private readonly h: IdList;
  private srLength = 0;
  private rLength = 0;
  private hLength = 0;
  private readonly frequency: FrequencyBuckets;
  /** By id: the expert that has to regret its eviction. */
  private readonly evictedBy: Uint8Array;
  private readonly lruHistory: IdList;
  private readonly lfuHistory: IdList;
  private readonly historyLength = new Float64Array(3);
  private readonly weights: ExpertWeights;
  private readonly learningRate: LearningRate;
  /** The newcomer whose request has been learned from already, or -1. */
  private learned = -1;
  /** Who is to leave next, as long as nothing has changed, and which expert is alone with that choice; else -1. */
  private chosen = -1;
  private expert = NEITHER;

  constructor(context: EvictionContext, adapts: boolean, learningRate: number) {
    const { capacity, universe, sizes } = context;
    this.weights = new ExpertWeights(context);
    this.capacity = capacity;
    this.adapts = adapts;
    this.rCapacity = Math.floor(capacity / 2);
    this.srCapacity = adapts ? capacity : Math.floor(capacity / 2);
    this.sizes = sizes;
    this.weight = sizes && new Float64Array(universe);
    this.where = new Uint8Array(universe);
    this.uses = new Int32Array(universe);
    this.isNew = new Uint8Array(universe);
    this.isDemoted = new Uint8Array(universe);
    this.evictedBy = new Uint8Array(universe);
    const links = new Links(universe, 4);
    this.sr = links.list();
    this.overflow = links.list();
    this.r = links.list();
    this.h = links.list();
    const histories = new Links(universe, 2);
    this.lruHistory = histories.list();
    this.lfuHistory = histories.list();
    this.frequency = new FrequencyBuckets(universe);
    this.learningRate = new LearningRate(learningRate, adapts ? (sizes ? universe : capacity) : Infinity, context);
  }

  hit(id: number): void {
    this.chosen = -1;
    this.learningRate.observe(true);
    this.uses[id]!++;
    this.frequency.increment(id);
    if (this.where[id] === R) this.r.moveToHead(id);
    else {
      if (this.adapts && this.isDemoted[id] === 1) this.growR(id);
      this.leaveSr(id);
      this.isNew[id] = 0;
      this.enterR(id);
    }
  }

  victim(incoming: number): number {
    this.learn(incoming);
    if (this.chosen < 0) this.choose(incoming);
    return this.chosen;
  }

  evict(incoming: number): number {
    const victim = this.victim(incoming);
    const { expert } = this;
    this.remove(victim);
    this.where[victim] = H;
    this.cNew += this.isNew[victim]!;
    this.hLength += this.weigh(victim);
    this.h.pushHead(victim);
    if (expert === LRU) this.blame(victim, LRU, this.lruHistory);
    else if (expert === LFU) this.blame(victim, LFU, this.lfuHistory);
    return victim;
  }

  insert(id: number): void {
    this.learn(id);
    this.learned = -1;
    this.chosen = -1;
    const returns = this.where[id] === H;
    if (returns) {
      if (this.adapts && this.isNew[id] === 1) this.growSr(id);
      this.leaveH(id);
    }
    // Only now, because the newcomer itself must not count among those that its evictions push out.
    while (this.hLength >= this.capacity) this.leaveH(this.h.tail);
    if (this.weight) this.weight[id] = this.sizes![id]!;
    this.uses[id] = returns ? this.uses[id]! + 1 : 1;
    this.frequency.add(id, this.uses[id]);
    this.isNew[id] = returns ? 0 : 1;
    if (returns) this.enterR(id);
    else this.enterSr(id);
  }

  remove(id: number): void {
    this.chosen = -1;
    this.frequency.remove(id);
    if (this.where[id] === R) this.leaveR(id);
    else this.leaveSr(id);
    this.where[id] = NONE;
  }

  remembers(id: number): boolean {
    return this.where[id] !== NONE || this.evictedBy[id] !== NEITHER || this.learned === id;
  }

  private choose(incoming: number): void {
    const { sr, overflow, r } = this;
    const lru = overflow.empty ? (sr.empty ? r.tail : sr.tail) : overflow.tail;
    const lfu = this.frequency.latestOfLeastUsed;
    const full = this.srLength + this.rLength + (this.sizes ? this.sizes[incoming]! : 1) > this.capacity;
    if (lru === lfu) this.expert = NEITHER;
    else if (full || this.adapts) this.expert = this.weights.drawsFirst() ? LRU : LFU;
    else this.expert = NEITHER;
    this.chosen = this.expert === LFU ? lfu : lru;
  }

  /** Takes a request for a newcomer as a regret of the expert that evicted it, once for each newcomer. */
  private learn(incoming: number): void {
    if (this.learned === incoming) return;
    this.learned = incoming;
    this.learningRate.observe(false);
    const expert = this.evictedBy[incoming]!;
    if (expert === NEITHER) return;
    this.pardon(incoming);
    this.weights.regret(expert === LRU, Math.exp(-this.learningRate.value));
  }

  private blame(id: number, expert: number, history: IdList): void {
    this.evictedBy[id] = expert;
    this.historyLength[expert]! += this.weigh(id);
    history.pushHead(id);
    while (this.historyLength[expert]! > Math.floor(this.capacity / 2)) this.pardon(history.tail);
  }

  private pardon(id: number): void {
    this.historyLength[this.evictedBy[id]!]! -= this.weigh(id);
    this.evictedBy[id] = NEITHER;
    this.lruHistory.unlink(id);
  }

  /** A demoted entry was hit in SR: R is too small, the more so the fewer such entries there are. */
  private growR(id: number): void {
    const step = Math.max(1, Math.round(this.cNew / this.cDemoted)) * this.weigh(id);
    this.rCapacity = Math.min(this.capacity - 1, this.rCapacity + step);
  }

  /** An id that was never hit came back from H: SR is too small. */
  private growSr(id: number): void {
    const step = Math.max(1, Math.round(this.cDemoted / this.cNew)) * this.weigh(id);
    this.rCapacity = Math.max(1, this.rCapacity - step);
  }

  private enterSr(id: number): void {
    this.where[id] = SR;
    this.srLength += this.weigh(id);
    this.sr.pushHead(id);
    while (this.srLength > this.srCapacity) {
      const tail = this.sr.tail;
      this.sr.unlink(tail);
      this.srLength -= this.weigh(tail);
      this.where[tail] = OVERFLOW;
      this.overflow.pushHead(tail);
    }
  }

  private leaveSr(id: number): void {
    this.cDemoted -= this.isDemoted[id]!;
    this.isDemoted[id] = 0;
    if (this.where[id] === SR) this.srLength -= this.weigh(id);
    this.sr.unlink(id);
  }

  private enterR(id: number): void {
    this.where[id] = R;
    this.rLength += this.weigh(id);
    this.r.pushHead(id);
    while (this.rLength > this.rCapacity) {
      const tail = this.r.tail;
      this.leaveR(tail);
      this.isDemoted[tail] = 1;
      this.cDemoted++;
      this.enterSr(tail);
    }
  }

  private leaveR(id: number): void {
    this.rLength -= this.weigh(id);
    this.r.unlink(id);
  }

  private leaveH(id: number): void {
    this.where[id] = NONE;
    this.cNew -= this.isNew[id]!;
    this.hLength -= this.weigh(id);
    this.h.unlink(id);
  }

  private weigh(id: number): number {
    return this.weight ? this.weight[id]! : 1;
  }
}

export const cacheus = defineEviction({
  name: 'cacheus',
  summary: 'LeCaR with experts that withstand scans and churn, and with a learning rate that tunes itself',
  about:
    'Two experts each name a victim, and one is followed by chance: a scan-resistant LRU of two lists, and an LFU that ' +
    'evicts the most recent of the least frequent and knows the frequencies of what it evicted lately. A request for ' +
    'what an expert evicted costs it weight. It keeps what was used twice through scans and small changes; where ' +
    'everything returns after more than a cache-full, as on loops, what comes back displaces what would have been hit next.',
  paper: {
    authors: 'L. V. Rodriguez, F. Yusuf, S. Lyons, E. Paz, R. Rangaswami, J. Liu, M. Zhao, G. Narasimhan',
    title: 'Learning cache replacement with CACHEUS',
    venue: 'FAST',
    year: 2021,
  },
  parameters: {
    adapt: {
      type: 'flag',
      default: false,
      summary: 'whether the sizes of the two lists and the learning rate adapt, as in the paper',
    },
    'learning-rate': {
      type: 'number',
      default: 0.4,
      min: 0.001,
      max: 1,
      summary: 'λ: how much one regret costs the weight of an expert; with adapt, at first',
    },
  },
  capabilities: { sized: true, randomised: true, adaptive: true, ghosts: true, scales: false },
  // H and the histories of both experts, which have half a capacity each.
  mostRemembered: capacity => 2 * capacity,
  create: (context, values) => new Cacheus(context, values.adapt, values['learning-rate']),
});
